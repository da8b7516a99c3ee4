using Microsoft.EntityFrameworkCore;

namespace Benevolat.Messaging.Inbox;

/// <summary>Receipts of events.</summary>
internal sealed class InboxTable(MessagingMetrics metrics, TimeProvider clock)
{
    private const int Sweep = 1_000;

    /// <summary>Writes the receipt in the current transaction.</summary>
    /// <returns>False when the event was received before.</returns>
    public async Task<bool> TryReceiveAsync(DbContext db, Guid messageId, string queue, CancellationToken stop)
    {
        var written = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO messaging.inbox (message_id, consumer, received_at) VALUES ({messageId}, {queue}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING", stop);
        if (written == 0) { metrics.Duplicate(queue); }
        return written == 1;
    }

    /// <summary>Forgets receipts older than <paramref name="kept"/>, each thousand in a transaction of its own so that none holds many rows.</summary>
    public async Task ForgetAsync(DbContext db, TimeSpan kept, CancellationToken stop)
    {
        var before = clock.GetUtcNow() - kept;
        while (await db.Database.ExecuteSqlAsync(
            $"DELETE FROM messaging.inbox WHERE ctid IN (SELECT ctid FROM messaging.inbox WHERE received_at < {before} LIMIT {Sweep})", stop) == Sweep) { }
    }
}
