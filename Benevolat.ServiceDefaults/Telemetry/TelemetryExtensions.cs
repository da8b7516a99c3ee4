using Microsoft.Extensions.Configuration.Memory;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Benevolat.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs over OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says there is somebody to listen.</summary>
public static class TelemetryExtensions
{
    /// <summary>
    /// A line or more per request says what traces say better, and costs more than most requests; it also holds the
    /// address, and addresses hold what people search for and the tokens of their links.
    /// </summary>
    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Warning",
    };

    internal static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        // As the first source, so that every file and variable can say otherwise.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(json => json.IncludeScopes = true);
        }

        builder.Logging.AddOpenTelemetry(logging => (logging.IncludeFormattedMessage, logging.IncludeScopes) = (true, true));
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql", "MassTransit", "Benevolat.*"))
            .WithTracing(tracing => tracing
                // A probe every few seconds would drown what people do.
                .AddAspNetCoreInstrumentation(http =>
                {
                    http.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                    // A form's handler would otherwise start a trace of its own, cut off from the click.
                    http.EnableRazorComponentsSupport = false;
                })
                .AddHttpClientInstrumentation()
                .AddProcessor<SecretPaths>()
                .AddSource("Npgsql", "MassTransit", "Yarp.ReverseProxy", "Benevolat.*"));
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) { OpenTelemetry.OpenTelemetryBuilderOtlpExporterExtensions.UseOtlpExporter(telemetry); }
        return builder;
    }
}
