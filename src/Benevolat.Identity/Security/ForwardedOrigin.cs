using Benevolat.ServiceDefaults.Security;

namespace Benevolat.Identity.Security;

/// <summary>
/// What came through the gateway sees the one public origin; what came directly (services inside) the address that it called.
/// Nothing of the forwarded headers is used but their presence, so there is no name to forge.
/// </summary>
internal static class ForwardedOrigin
{
    private const string For = "X-Forwarded-For";

    public static IApplicationBuilder UseForwardedOrigin(this WebApplication app)
    {
        var origin = app.Configuration.PublicOrigin();
        return app.Use((http, next) =>
        {
            if (http.Request.Headers.ContainsKey(For)) { (http.Request.Scheme, http.Request.Host) = (origin.Scheme, new HostString(origin.Authority)); }
            return next(http);
        });
    }

    /// <summary>The caller's address: the last entry is the gateway's own observation; those before it are the caller's claims.</summary>
    public static string CallerAddress(this HttpContext http) =>
        http.Request.Headers[For].LastOrDefault()?.Split(',')[^1].Trim() is { Length: > 0 } forwarded
            ? forwarded
            : http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
