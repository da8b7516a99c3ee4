using Microsoft.EntityFrameworkCore;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>Forgets answers after 48 hours, in bounded batches so that a sweep never holds many rows.</summary>
internal sealed partial class IdempotencySweep<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IdempotencySweep<TDb>> log) : BackgroundService
    where TDb : DbContext
{
    private const int Batch = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await KeepsAnswersAsync()) { return; }

        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
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

    /// <summary>A database without the table (the site's) has nothing to forget.</summary>
    private async Task<bool> KeepsAnswersAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<TDb>().Model.FindEntityType(typeof(IdempotencyRecord)) is not null;
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var before = clock.GetUtcNow() - IdempotencyRecord.Kept;
        while (await db.Database.ExecuteSqlAsync(
            $"DELETE FROM http.idempotency_keys WHERE ctid IN (SELECT ctid FROM http.idempotency_keys WHERE created_at < {before} LIMIT {Batch})", stop) == Batch) { }
    }

    [LoggerMessage(1, LogLevel.Warning, "Old idempotency keys were not swept; the next sweep takes them")]
    private static partial void LogPutOff(ILogger log, Exception exception);
}
