using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Benevolat.Missions.Features.Places.Geocoding;

/// <summary>The geocoder and how patient it is.</summary>
internal static class GeocodingExtensions
{
    public const string Client = "geocoding";
    private const long LargestAnswer = 256 * 1024;

    public static IServiceCollection AddGeocoding(this IServiceCollection services)
    {
        services.AddOptions<GeocodingOptions>().BindConfiguration("Geocoding")
            .Validate(
                geocoding => geocoding.AreSensible,
                "Geocoding:BaseUrl is an http or https address without user or query, and the other Geocoding settings are above zero.")
            .ValidateOnStart();
        services.AddSingleton<Geocoder>();
        var client = services.AddHttpClient(Client)
            .ConfigureHttpClient((scope, http) =>
            {
                // Over the pipeline's own limit, for answers that begin in time and never end.
                http.Timeout = scope.GetRequiredService<IOptions<GeocodingOptions>>().Value.Timeout + TimeSpan.FromMilliseconds(200);
                http.MaxResponseContentBufferSize = LargestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
#pragma warning disable EXTEXP0001 // The usual handler waits seconds between its attempts: nobody who types has them.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddResilienceHandler("geocoding", (pipeline, context) =>
            Build(pipeline, context.ServiceProvider.GetRequiredService<IOptions<GeocodingOptions>>().Value));
        return services;
    }

    /// <summary>One second chance at once; where half of the answers fail, none for ten seconds.</summary>
    private static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, GeocodingOptions options) => pipeline
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(10),
        })
        .AddTimeout(options.Timeout)
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(50),
            ShouldRetryAfterHeader = false,
            ShouldHandle = attempt => ValueTask.FromResult(
                attempt.Outcome is { Exception: HttpRequestException } or { Result.StatusCode: >= HttpStatusCode.InternalServerError }),
        });
}
