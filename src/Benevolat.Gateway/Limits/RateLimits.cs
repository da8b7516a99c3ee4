using System.Globalization;
using System.Threading.RateLimiting;

namespace Benevolat.Gateway.Limits;

/// <summary>Token buckets per caller, told in the headers of the IETF draft: <c>RateLimit-Policy</c>, <c>RateLimit</c>, <c>Retry-After</c>.</summary>
internal sealed class RateLimits(RateLimitOptions options) : IDisposable
{
    private readonly Dictionary<Tier, string> _policies = Enum.GetValues<Tier>().ToDictionary(tier => tier, tier => string.Create(
        CultureInfo.InvariantCulture, $"\"{NameOf(tier)}\";q={options.Of(tier).Permits};w={(int)options.Of(tier).Window.TotalSeconds}"));

    private readonly PartitionedRateLimiter<CallerKey> _limiter = PartitionedRateLimiter.Create<CallerKey, CallerKey>(
        caller => RateLimitPartition.GetTokenBucketLimiter(caller, key => Bucket(options.Of(key.Tier))));

    /// <summary>Uses up one permit and says so in the headers; false answers 429.</summary>
    public bool TryPass(HttpContext http)
    {
        var caller = CallerKey.Of(http);
        using var lease = _limiter.AttemptAcquire(caller);
        var remaining = _limiter.GetStatistics(caller)?.CurrentAvailablePermits ?? 0;
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = _policies[caller.Tier];
        headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture, $"\"{NameOf(caller.Tier)}\";r={remaining};t={options.Of(caller.Tier).SecondsUntilFull(remaining)}");
        if (lease.IsAcquired) { return true; }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retry) ? retry : TimeSpan.FromSeconds(1);
        headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return false;
    }

    public void Dispose() => _limiter.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(Allowance allowance) => new()
    {
        TokenLimit = allowance.Permits,
        TokensPerPeriod = allowance.Refill.Permits,
        ReplenishmentPeriod = allowance.Refill.Period,
        QueueLimit = 0,
    };

    private static string NameOf(Tier tier) => tier switch { Tier.User => "user", Tier.Client => "client", Tier.SignIn => "sign-in", Tier.Report => "report", _ => "address" };
}

internal static class RateLimitsExtensions
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("RateLimits").Get<RateLimitOptions>() ?? new();
        builder.Services.AddSingleton(new RateLimits(options));
    }

    /// <summary>Everything counts but the probes of the machinery around us.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.Use((http, next) => http.Request.Path.StartsWithSegments("/health") || limits.TryPass(http) ? next(http) : Task.CompletedTask);
    }
}
