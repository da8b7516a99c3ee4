using Benevolat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Web.SignIn;

/// <summary>Removes sessions that ended, in batches, so that no sweep holds many rows.</summary>
internal sealed partial class SessionSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionSweep> log) : BackgroundService
{
    private const int Batch = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(30), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogPutOff(log, exception);
            }
        }
    }

    /// <summary>One sweep; the number of sessions removed.</summary>
    public async Task<int> SweepAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WebDb>();
        var (now, removed, last) = (clock.GetUtcNow(), 0, Batch);
        while (last == Batch)
        {
            last = await db.Sessions.Where(row => row.ExpiresAt <= now).OrderBy(row => row.ExpiresAt).Take(Batch).ExecuteDeleteAsync(stop);
            removed += last;
        }

        return removed;
    }

    [LoggerMessage(1, LogLevel.Warning, "Ended sessions were not swept; the next sweep takes them")]
    private static partial void LogPutOff(ILogger log, Exception exception);
}
