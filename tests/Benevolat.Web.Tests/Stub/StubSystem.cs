using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Benevolat.Web.Tests.Stub;

/// <summary>A call that the site made to a service.</summary>
public sealed record Call(string Method, string Path, string? Body, string? IfMatch, string? IfNoneMatch, string? IdempotencyKey, string? Authorization, string? Language);

/// <summary>The rest of the system on one port, as the gateway shows it: Identity, the services' REST shapes, and the site behind.</summary>
public sealed class StubSystem : IAsyncDisposable
{
    /// <summary>As the gateway has it: what a page may not load or run, no test sees working.</summary>
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Call> calls = new();
    private readonly ConcurrentDictionary<string, Func<HttpContext, IResult>> answers = new();
    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private string? site;

    private StubSystem()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        app = builder.Build();
        Identity = new StubIdentity(() => Origin);
        Data = new StubData();
        app.Use(HangUpAsync);
        app.Use(RecordAsync);
        app.UseRouting();
        Identity.Map(app);
        StubApi.Map(app.MapGroup("/api/v1"), Data);
        StubApi.MapTeams(app.MapGroup("/api/v1"), Data);
        StubAuthoring.Map(app.MapGroup("/api/v1"), Data);
        StubApi.MapModeration(app.MapGroup("/api/v1"), Data);
        StubMatching.Map(app.MapGroup("/api/v1"), Data);
        StubShifts.Map(app.MapGroup("/api/v1"));
        app.Map("/{**rest}", ForwardAsync);
    }

    public StubIdentity Identity { get; }

    public StubData Data { get; }

    public IEnumerable<Call> Calls => calls;

    /// <summary>Where browsers find everything.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Services answer nothing but 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>The front door itself hangs up on everybody, as where there is no network.</summary>
    public bool IsUnreachable { get; set; }

    public static async Task<StubSystem> StartAsync()
    {
        var stub = new StubSystem();
        await stub.app.StartAsync();
        stub.Origin = $"http://localhost:{new Uri(stub.app.Urls.First()).Port}";
        return stub;
    }

    public void PutBehind(Uri siteAddress) => site = siteAddress.AbsoluteUri.TrimEnd('/');

    /// <summary>Another answer than usual, until it is cleared.</summary>
    public void Answer(string method, string path, Func<HttpContext, IResult> answer) => answers[$"{method} /api/v1{path}"] = answer;

    public void Problem(string method, string path, int status, string code, string title, Dictionary<string, string[]>? errors = null) =>
        Answer(method, path, _ => Results.Json(new { title, code, status, errors }, contentType: "application/problem+json", statusCode: status));

    public void Clear()
    {
        answers.Clear();
        calls.Clear();
        (IsDown, IsUnreachable) = (false, false);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        invoker.Dispose();
    }

    private Task HangUpAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsUnreachable) { return next(http); }

        http.Abort();
        return Task.CompletedTask;
    }

    private async Task RecordAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/api/v1")) { await next(http); return; }

        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        http.Request.Body.Position = 0;
        var headers = http.Request.Headers;
        calls.Enqueue(new(http.Request.Method, http.Request.Path + http.Request.QueryString, body.Length > 0 ? body : null, headers.IfMatch, headers.IfNoneMatch, headers["Idempotency-Key"], headers.Authorization, headers.AcceptLanguage));
        if (IsDown) { http.Response.StatusCode = 503; return; }
        if (answers.TryGetValue($"{http.Request.Method} {http.Request.Path}", out var answer)) { await answer(http).ExecuteAsync(http); return; }
        await next(http);
    }

    private async Task ForwardAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            return Task.CompletedTask;
        });
        await http.RequestServices.GetRequiredService<IHttpForwarder>().SendAsync(http, site!, invoker);
    }
}
