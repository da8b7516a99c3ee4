using Benevolat.Notifications.Data;

namespace Benevolat.Notifications.Features.Guests;

/// <summary>Forgets guests whose message couldn't be sent while they were invited. In every replica; doing it twice is as good as once.</summary>
internal sealed partial class GuestSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<GuestSweep> log) : BackgroundService
{
    /// <summary>Real time, whatever the clock says: a look at an index, so that tests needn't wait for an hour.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<NotificationsDb>().ForgetOverdueGuestsAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(exception.GetType().Name);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Guests whose invitation is over were not forgotten ({Error}); next try in a moment")]
    private partial void LogPutOff(string error);
}
