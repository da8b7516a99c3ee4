using Microsoft.Extensions.Options;

namespace Benevolat.Messaging.Inbox;

/// <summary>Forgets old receipts every hour.</summary>
internal sealed partial class InboxSweep(
    IServiceScopeFactory scopes, InboxTable inbox, TimeProvider clock, IOptions<MessagingOptions> options, ILogger<InboxSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await inbox.ForgetAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>().Context, options.Value.InboxKept, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogPutOff(log, exception);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Old receipts were not swept; the next sweep takes them")]
    private static partial void LogPutOff(ILogger log, Exception exception);
}
