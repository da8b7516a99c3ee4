using Benevolat.Gateway.Limits;
using Microsoft.Extensions.Configuration.Memory;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Benevolat.Gateway.Routing;

/// <summary>YARP with the route table.</summary>
internal static class RoutingExtensions
{
    /// <summary>What only the gateway may tell services about the caller; YARP sets X-Forwarded-* anew by itself.</summary>
    private static readonly string[] NeverFromStrangers = ["Forwarded", "X-Real-IP", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Original-URL", "X-Rewrite-URL"];

    public static void AddRouting(this WebApplicationBuilder builder)
    {
        var times = TimeLimits.From(builder.Configuration);
        // YARP logs the stack trace of every refused connection; Retries says the same in a line.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [KeyValuePair.Create<string, string?>("Logging:LogLevel:Yarp", "Error")] });
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, UnreachablePolicy>();
        builder.Services.AddSingleton<ServiceCaller>();
        builder.Services.AddReverseProxy()
            .LoadFromMemory(ProxyConfiguration.Routes(), ProxyConfiguration.Clusters(builder.Configuration, times))
            .ConfigureHttpClient((_, handler) =>
            {
                handler.ConnectTimeout = times.Connect;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5); // follows a service that moves to another address
            })
            .AddTransforms(Transform);
    }

    public static void MapRoutes(this WebApplication app)
    {
        // Answered here, so that a mistyped API path gets a problem and no service's inside is ever reachable by the site's catch-all.
        foreach (var path in (string[])["/api/{**rest}", "/health/{**rest}", "/openapi/{**rest}"])
        {
            app.Map(path, () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
        }

        var sizes = SizeLimits.From(app.Configuration);
        app.MapReverseProxy(proxy =>
        {
            proxy.UseProxyErrors();
            proxy.UseRetries();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        }).ConfigureEndpoints((endpoint, route) => endpoint.LimitSize(route, sizes));
    }

    private static void Transform(TransformBuilderContext context)
    {
        context.AddOriginalHost(); // services build redirects from it
        foreach (var header in NeverFromStrangers) { context.AddRequestHeaderRemove(header); }
        context.AddResponseHeaderRemove("Server", ResponseCondition.Always);
        context.AddResponseHeaderRemove("X-Powered-By", ResponseCondition.Always);
    }
}
