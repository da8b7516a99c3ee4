using Benevolat.ServiceDefaults.Health;
using Benevolat.ServiceDefaults.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Benevolat.ServiceDefaults;

/// <summary>What every process of the system has in common, whether it serves an API or pages.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Telemetry, health, service discovery, resilient HTTP clients, the clock, graceful shutdown.</summary>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        builder.AddTelemetry().AddHealth();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        return builder;
    }

    /// <summary>The health endpoints, for processes that don't call <c>UseApiDefaults</c>.</summary>
    public static IEndpointRouteBuilder MapServiceDefaults(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        return endpoints;
    }
}
