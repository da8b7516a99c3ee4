using Scalar.AspNetCore;

namespace Benevolat.Gateway.Security;

/// <summary>The same headers on every answer, errors and proxied ones included; a service can't weaken them.</summary>
internal static class SecurityHeaders
{
    // data: images are Pico's icons, which stand in its style sheet.
    private const string Site = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private const string Permissions = "camera=(), geolocation=(self), microphone=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        // Chrome applies form-action to redirects too: a sign-in that ends in an app's own scheme or host needs it listed here.
        var more = app.Configuration.GetSection("SecurityHeaders:FormActions").Get<string[]>() ?? [];
        var site = string.Join(' ', [Site, .. more]);
        app.Use((http, next) =>
        {
            http.Response.OnStarting(static state => Write(((HttpContext, string))state), (http, site));
            return next(http);
        });
    }

    private static Task Write((HttpContext Http, string Site) answer)
    {
        var headers = answer.Http.Response.Headers;
        headers.ContentSecurityPolicy = answer.Http.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce ? Docs(nonce) : answer.Site;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin"; // links in e-mails carry tokens
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (answer.Http.Request.IsHttps) { headers.StrictTransportSecurity = "max-age=31536000"; }
        return Task.CompletedTask;
    }

    /// <summary>Scalar starts by one inline script (hence the nonce) and styles itself while it runs; it still can reach no other host.</summary>
    private static string Docs(string nonce) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";
}
