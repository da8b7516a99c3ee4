using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevolat.Cli.Tests;

/// <summary>Stands where the system would, on a real port; a test says what each path answers.</summary>
public sealed class StubApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubApi(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Everything received, bodies included, in order.</summary>
    public ConcurrentQueue<Received> Requests { get; } = new();

    public int TokensGiven => Requests.Count(request => request.Path == "/connect/token");

    public int ExpiresIn { get; set; } = 600;

    /// <summary>Answers whatever is not the token endpoint's.</summary>
    public Func<HttpContext, Received, Task> Answer { get; set; } = (http, _) => Task.FromResult(http.Response.StatusCode = 404);

    public static async Task<StubApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new StubApi(app);
        app.Run(stub.HandleAsync);
        await app.StartAsync();
        return stub;
    }

    /// <summary>Runs the command line against this server.</summary>
    public Task<Ran> RunAsync(params string[] args) => Ran.WithInputAsync("", [.. args, "--url", Address]);

    /// <summary>The same as a client with valid credentials.</summary>
    public Task<Ran> RunAsClientAsync(params string[] args) => RunAsync([.. args, "--client-id", "demo-network", "--client-secret", "secret"]);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static Task ProblemAsync(HttpContext http, int status, string title, JsonObject? errors = null)
    {
        http.Response.StatusCode = status;
        var problem = new JsonObject { ["title"] = title, ["status"] = status, ["traceId"] = "abc" };
        if (errors is not null) { problem["errors"] = errors; }
        return http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var received = new Received(http.Request.Method, target, await reader.ReadToEndAsync(), http.Request.Headers.Authorization.ToString(), TimeProvider.System.GetTimestamp());
        Requests.Enqueue(received);
        if (received.Path != "/connect/token" || !received.Body.Contains("client_credentials", StringComparison.Ordinal)) { await Answer(http, received); }
        else if (!received.Body.Contains("client_secret=secret", StringComparison.Ordinal))
        {
            http.Response.StatusCode = 401;
            await http.Response.WriteAsJsonAsync(new { error = "invalid_client", error_description = "The credentials are wrong." });
        }
        else
        {
            await http.Response.WriteAsJsonAsync(new { access_token = $"token-{TokensGiven}", token_type = "Bearer", expires_in = ExpiresIn });
        }
    }
}

/// <summary>One request, as it came.</summary>
public sealed record Received(string Method, string Path, string Body, string Authorization, long At);
