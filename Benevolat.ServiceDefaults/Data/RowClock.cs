using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.ServiceDefaults.Data;

/// <summary>
/// Does what is due by the clock, from rows of a service's own database. Every replica does; they share the work by skipping each other's locked
/// rows (<c>FOR UPDATE SKIP LOCKED</c>), and a row's change is committed with its events: each thing happens once, whoever dies in between.
/// </summary>
public abstract partial class RowClock<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger log) : BackgroundService
    where TDb : DbContext
{
    private bool _failing;

    /// <summary>Real time, whatever the clock says, so that tests and late starts don't wait for it.</summary>
    protected virtual TimeSpan Poll => TimeSpan.FromSeconds(2);

    /// <summary>False while the service can't do this yet.</summary>
    protected virtual bool IsReady => true;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (IsReady && await TurnAsync(stoppingToken)) { }
                _failing = false;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody moved one of them meanwhile: look again.
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log(exception);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One batch: lock what is due, change it, publish. Saved and committed afterwards, in one transaction.</summary>
    /// <param name="services">Of the turn's own scope, as is <paramref name="db"/>.</param>
    /// <param name="now">By the service's clock, as the database remembers it.</param>
    /// <returns>True when the batch was full, so that more may be due.</returns>
    protected abstract Task<bool> TurnAsync(TDb db, IServiceProvider services, DateTimeOffset now, CancellationToken stop);

    private async Task<bool> TurnAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var more = await TurnAsync(db, scope.ServiceProvider, clock.GetStoredNow(), stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return more;
    }

    /// <summary>A database that is away is told once, not at every look.</summary>
    private void Log(Exception exception)
    {
        if (exception is NpgsqlException { IsTransient: true } && _failing) { return; }
        if (exception is NpgsqlException { IsTransient: true }) { LogDatabaseAway(log, exception.GetType().Name); }
        else { LogFailed(log, exception); }
        _failing = true;
    }

    [LoggerMessage(1, LogLevel.Error, "What is due could not be done; next try in a moment")]
    private static partial void LogFailed(ILogger log, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The database is away ({Error}); what is due is done when it is back")]
    private static partial void LogDatabaseAway(ILogger log, string error);
}
