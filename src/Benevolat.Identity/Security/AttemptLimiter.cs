using System.Globalization;
using System.Threading.RateLimiting;
using Benevolat.ServiceDefaults.Problems;

namespace Benevolat.Identity.Security;

/// <summary>
/// A light brake per caller's address and account, whether the account exists or not. In the memory of each replica: the lock-out
/// is what protects an account, the gateway's limits protect the system.
/// </summary>
internal sealed class AttemptLimiter(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            Window = Window,
            PermitLimit = configuration.GetValue("Identity:AttemptsPerMinute", 10),
        }));

    /// <exception cref="ProblemException">429 when this caller tried this account too often.</exception>
    public void Require(HttpContext http, string? account)
    {
        using var lease = _limiter.AttemptAcquire($"{http.CallerAddress()} {account?.Trim().ToUpperInvariant()}");
        if (lease.IsAcquired) { return; }

        var seconds = (int)Window.TotalSeconds;
        // On starting: the error page begins by clearing the headers.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        throw new ProblemException(StatusCodes.Status429TooManyRequests, HttpRules.TooManyRequests);
    }

    public void Dispose() => _limiter.Dispose();
}
