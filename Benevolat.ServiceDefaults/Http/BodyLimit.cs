using Microsoft.AspNetCore.Http.Features;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>
/// Refuses what is larger than the server's or the endpoint's limit with a 413 that arrives. The server's own limit ends the
/// connection where it is passed, and a client in the middle of sending sees a broken pipe instead of the answer. So the
/// limit is kept here and the server's is raised: after the answer it reads and drops what is still under way.
/// </summary>
public static class BodyLimit
{
    /// <summary>Bytes beyond the limit that are read and dropped. Kestrel also ends this after five seconds; then the connection breaks.</summary>
    public const long Dropped = 64 * 1024 * 1024;

    /// <summary>After routing: an endpoint's own limit (<c>RequestSizeLimitAttribute</c>) counts instead of the server's.</summary>
    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var server = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (server is not { IsReadOnly: false, MaxRequestBodySize: { } limit } || http.Request.ContentLength <= limit) { return next(http); }

        var isAnnounced = http.Request.ContentLength is not null;
        if (!isAnnounced && http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false) { return next(http); }

        server.MaxRequestBodySize = limit + Dropped;
        if (isAnnounced)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        http.Request.Body = new LimitedBody(http.Request.Body, limit);
        return next(http);
    });
}
