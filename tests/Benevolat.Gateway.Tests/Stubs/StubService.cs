using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Benevolat.Gateway.Tests.Stubs;

/// <summary>
/// Stands where a service would, on a real port: answers what it was asked, as JSON. Behaves badly on request by query:
/// <c>status</c>, <c>delay</c> (ms), <c>break</c> (cuts the connection), <c>type</c>, <c>bytes</c>.
/// </summary>
public sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubService(WebApplication app, string name) => (_app, Name) = (app, name);

    public string Name { get; }

    public string Address => _app.Urls.Single();

    /// <summary>Method and target of everything received, probes left out.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>Answers for fixed paths, before the echo.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Answers { get; } = new();

    public static async Task<StubService> StartAsync(string name, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var stub = new StubService(app, name);
        app.Run(stub.AnswerAsync);
        await app.StartAsync();
        return stub;
    }

    /// <summary>Dies without a goodbye: connections under way are cut.</summary>
    public async Task KillAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (http.Request.Path.StartsWithSegments("/health")) { return; }
        Received.Enqueue($"{http.Request.Method} {target}");
        if (Answers.TryGetValue(http.Request.Path.Value!, out var answer)) { await answer(http); }
        else { await EchoAsync(http, target); }
    }

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);

    private async Task EchoAsync(HttpContext http, string target)
    {
        var query = http.Request.Query;
        if (query.TryGetValue("delay", out var delay)) { await Task.Delay(Number(delay), http.RequestAborted); }
        if (query.ContainsKey("break")) { http.Abort(); return; }

        http.Response.Headers.ContentSecurityPolicy = "default-src *";
        http.Response.Headers.Server = "stub";
        if (query.TryGetValue("status", out var status)) { http.Response.StatusCode = Number(status); return; }
        if (query.TryGetValue("bytes", out var bytes))
        {
            http.Response.ContentType = query["type"].ToString();
            await http.Response.WriteAsync(new string('a', Number(bytes)));
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        await http.Response.WriteAsJsonAsync(new Echo(Name, http.Request.Method, target, body.Length, headers));
    }
}

/// <summary>What a stub was asked.</summary>
public sealed record Echo(string Service, string Method, string Target, long BodyLength, Dictionary<string, string> Headers);
