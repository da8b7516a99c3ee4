using System.Diagnostics;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Delivering;

/// <summary>Counts what waits, for the gauges.</summary>
public sealed partial class BacklogWatch(IServiceScopeFactory scopes, DeliveryMetrics metrics, ILogger<BacklogWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15));
        do
        {
            try
            {
                using var unseen = new Activity("count").Start();
                await CountAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotCounted(log, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CountAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        metrics.Backlog(
            await db.Deliveries.LongCountAsync(row => row.State == DeliveryState.Pending, stop),
            await db.Deliveries.LongCountAsync(row => row.State == DeliveryState.Parked, stop),
            await db.Notices.LongCountAsync(row => row.AddressedAt == null, stop));
    }

    [LoggerMessage(1, LogLevel.Warning, "What waits could not be counted ({Error})")]
    private static partial void LogNotCounted(ILogger log, string error);
}
