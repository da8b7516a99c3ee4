using Benevolat.ServiceDefaults;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Yarp.ReverseProxy.Model;

namespace Benevolat.Gateway.Limits;

/// <summary>Largest request bodies; configuration <c>SizeLimits</c>. Bodies pass through unbuffered.</summary>
internal sealed record SizeLimits
{
    public long BodyBytes { get; init; } = ApiDefaultsExtensions.LargestBody;

    /// <summary>For networks' imports.</summary>
    public long ImportBytes { get; init; } = 10 * 1024 * 1024;

    public static SizeLimits From(IConfiguration configuration) => configuration.GetSection("SizeLimits").Get<SizeLimits>() ?? new();
}

internal static class SizeLimitsExtensions
{
    public static void AddSizeLimits(this WebApplicationBuilder builder) => builder.Services.Configure<KestrelServerOptions>(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = SizeLimits.From(builder.Configuration).BodyBytes;
    });

    /// <summary>A body announced as too large is refused before any service hears of it; an unannounced one is cut by the server.</summary>
    public static void UseSizeLimits(this WebApplication app) => app.Use((http, next) =>
    {
        var server = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.MaxRequestBodySize ?? server?.MaxRequestBodySize;
        if (http.Request.ContentLength is not { } length || length <= limit) { return next(http); }

        // Lets the server read and drop what is under way (for seconds at most): a client in the middle of sending would see
        // a broken connection instead of the answer.
        if (server is { IsReadOnly: false }) { server.MaxRequestBodySize = null; }
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
