using Microsoft.EntityFrameworkCore;

namespace Benevolat.ServiceDefaults.Data;

/// <summary>
/// A clock whose alarms are rows of the service's database, so that none is lost in a restart. Every replica runs it: what is due is claimed
/// under a lock and done in one transaction with its events, hence once.
/// </summary>
public abstract partial class RowClock(IServiceScopeFactory scopes, ILogger log) : BackgroundService
{
    /// <summary>Between two looks at a table with nothing due. Real time, whatever the service's clock says.</summary>
    protected virtual TimeSpan Poll => TimeSpan.FromSeconds(1);

    /// <summary>Takes what is due, in a scope and a transaction of its own.</summary>
    /// <returns>Whether there may be more at once.</returns>
    protected abstract Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await InScopeAsync(stoppingToken)) { }
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody changed one of the rows meanwhile: look again.
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, exception, GetType().Name);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> InScopeAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await TurnAsync(scope.ServiceProvider, stop);
    }

    [LoggerMessage(1, LogLevel.Error, "{Clock} could not do what is due; next try in a moment")]
    private static partial void LogFailed(ILogger log, Exception exception, string clock);
}
