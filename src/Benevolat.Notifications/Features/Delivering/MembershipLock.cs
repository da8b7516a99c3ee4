using Benevolat.Notifications.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Delivering;

/// <summary>
/// Keeps a notice from being addressed in the moment in which a membership of its organisation is written but not committed: neither
/// transaction would see the other's, and a manager would never be told. PostgreSQL releases the lock with the transaction.
/// </summary>
internal static class MembershipLock
{
    /// <summary>Held by who writes a membership, before looking for notices.</summary>
    public static Task WaitForAddressingOfAsync(this NotificationsDb db, Guid organisationId, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({organisationId.ToString()}, 0))", stop);

    /// <summary>Tried by who addresses a notice, whose row it holds: waiting here could wait for who waits for that row.</summary>
    public static Task<bool> TryAddressAsync(this NotificationsDb db, Guid organisationId, CancellationToken stop) =>
        db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({organisationId.ToString()}, 0)) AS \"Value\"").SingleAsync(stop);
}
