using Benevolat.Messaging.Inbox;
using Benevolat.Messaging.Outbox;
using Benevolat.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Messaging;

/// <summary>The tables that every service's database has beside its own.</summary>
public static class MessagingModel
{
    public const string Schema = "messaging";

    /// <summary>Outbox, inbox and idempotency keys.</summary>
    public static ModelBuilder AddMessaging(this ModelBuilder model)
    {
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox", Schema);
            outbox.HasKey(row => row.Position);
            outbox.Property(row => row.Position).UseIdentityAlwaysColumn();
            outbox.HasIndex(row => row.MessageId).IsUnique();
            outbox.HasIndex(row => row.Position).HasFilter("parked_at IS NULL").HasDatabaseName("ix_outbox_due");
        });
        model.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox", Schema);
            inbox.HasKey(row => new { row.MessageId, row.Consumer });
            inbox.HasIndex(row => row.ReceivedAt);
        });
        return model.AddIdempotency();
    }
}
