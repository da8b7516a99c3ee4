using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevolat.ServiceDefaults.Health;

/// <summary><c>/health/live</c>: the process works. <c>/health/ready</c>: send it requests. Mapped always, never routed by the gateway.</summary>
public static class HealthExtensions
{
    /// <summary>Tag of the checks that decide readiness.</summary>
    public const string Ready = "ready";

    internal static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Draining>());
        builder.Services.AddHealthChecks().AddCheck<Draining>("accepting", tags: [Ready]);
        return builder;
    }

    internal static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = WriteNamesAsync,
        }).AllowAnonymous();
    }

    /// <summary>Names what is missing, without details that would tell a stranger about the inside.</summary>
    private static Task WriteNamesAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        failing = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key),
    });
}
