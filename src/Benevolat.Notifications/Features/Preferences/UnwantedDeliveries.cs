using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Benevolat.Notifications.Features.Preferences;

/// <summary>Who says no says no to what is still waiting, too.</summary>
internal static class UnwantedDeliveries
{
    public static Task<IDbContextTransaction> BeginAsync(this NotificationsDb db, CancellationToken stop) => db.Database.BeginTransactionAsync(stop);

    /// <summary>Waits for a send that is under way; a sent message no longer matches.</summary>
    public static async Task DropUnwantedAsync(this NotificationsDb db, NotificationPreferences preferences, CancellationToken stop)
    {
        foreach (var kind in Enum.GetValues<NotificationKind>().Where(kind => preferences.PaceOf(kind, Channel.EMail) is Pace.Never))
        {
            await db.Deliveries
                .Where(row => row.RecipientId == preferences.AccountId && row.Kind == kind && row.Channel == Channel.EMail && row.State == DeliveryState.Pending)
                .ExecuteDeleteAsync(stop);
        }
    }
}
