using Benevolat.Notifications.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Guests;

/// <summary>Guests are known for one message.</summary>
internal static class GuestList
{
    public static Task ForgetGuestAsync(this NotificationsDb db, Guid id, CancellationToken stop) =>
        db.Guests.Where(guest => guest.Id == id).ExecuteDeleteAsync(stop);

    /// <summary>Of those whose message was never sent the invitation is over by now; a message that waits finds nobody and is dropped.</summary>
    public static Task ForgetOverdueGuestsAsync(this NotificationsDb db, DateTimeOffset now, CancellationToken stop) =>
        db.Guests.Where(guest => guest.ExpiresAt <= now).ExecuteDeleteAsync(stop);
}
