using Benevolat.Gateway.Routing;
using Benevolat.ServiceDefaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Yarp.ReverseProxy.Configuration;

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

    /// <summary>
    /// Routes of imports take more. Said as metadata, which counts before the body limit looks: YARP's own setting would be
    /// applied last and make the server cut connections again.
    /// </summary>
    public static void LimitSize(this IEndpointConventionBuilder endpoint, RouteConfig route, SizeLimits sizes)
    {
        if (route.Metadata?.ContainsKey(ProxyConfiguration.Import) == true) { endpoint.WithMetadata(new RequestSizeLimitAttribute(sizes.ImportBytes)); }
    }
}
