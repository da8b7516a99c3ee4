using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Benevolat.Missions.Features.Registry;

/// <summary>The national registers and how patient we are with them.</summary>
internal static class RegistryExtensions
{
    public const string Client = "registry";
    private const long LargestAnswer = 1024 * 1024;

    public static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        services.AddOptions<RegistryOptions>().BindConfiguration("Registry")
            .Validate(
                registry => registry.AreSensible,
                "Registry:BaseUrl is an http or https address without user or query, and the other Registry settings are above zero.")
            .ValidateOnStart();
        services.AddSingleton<OrganisationRegistry>();
        var client = services.AddHttpClient(Client)
            .ConfigureHttpClient((scope, http) =>
            {
                // Over the pipeline's own limit, for answers that begin in time and never end.
                http.Timeout = scope.GetRequiredService<IOptions<RegistryOptions>>().Value.Timeout + TimeSpan.FromMilliseconds(200);
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
        client.AddResilienceHandler(Client, (pipeline, context) =>
            Build(pipeline, context.ServiceProvider.GetRequiredService<IOptions<RegistryOptions>>().Value));
        return services;
    }

    /// <summary>One second chance at once; where half of the answers fail, none for ten seconds.</summary>
    private static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, RegistryOptions options) => pipeline
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
