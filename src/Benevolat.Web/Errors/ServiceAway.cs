using Benevolat.Web.Api;
using Npgsql;

namespace Benevolat.Web.Errors;

/// <summary>Tells a part of the system that is away for a moment from a mistake of ours.</summary>
internal static class ServiceAway
{
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        ApiException { Status: 502 or 503 or 504 } => true,
        HttpRequestException or TimeoutException => true,
        _ when GaveUp(exception) => true,
        NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: IOException } => true,
        _ => Is(exception.InnerException),
    };

    /// <summary>What a page shows beside its main matter, and stands without: null when it can't be had now.</summary>
    public static async Task<T?> OrNullAsync<T>(Task<T> asked)
        where T : class
    {
        try
        {
            return await asked;
        }
        catch (Exception failure) when (failure is ApiException { Status: not StatusCodes.Status401Unauthorized } || Is(failure))
        {
            return null;
        }
    }

    /// <summary>
    /// The resilience pipeline's own exceptions (too slow, circuit open). Told by namespace: OpenIddict brings Polly 7 beside
    /// the Polly 8 of the pipeline, and both define the types.
    /// </summary>
    private static bool GaveUp(Exception exception) => exception.GetType().Namespace is "Polly.Timeout" or "Polly.CircuitBreaker" or "Polly.RateLimiting";
}
