using Benevolat.Contracts.Identity;
using Benevolat.Notifications.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Contacts;

/// <summary>Learns how to reach a person; what waited for that goes out at once.</summary>
public sealed class WhenAccountContactChanged(NotificationsDb db, TimeProvider clock) : IConsumer<AccountContactChanged>
{
    public async Task Consume(ConsumeContext<AccountContactChanged> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var contact = await db.Contacts.FindAsync([message.AccountId], stop);
        if (contact is null) { db.Add(contact = new Contact { AccountId = message.AccountId }); }
        else if (contact.Version >= message.Version) { return; }

        (contact.Version, contact.Email, contact.FirstName, contact.Language) = (message.Version, message.Email, message.FirstName, message.Language);
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"UPDATE deliveries SET due_at = {now} WHERE recipient_id = {message.AccountId} AND state = 'Pending' AND due_at > {now} AND waits > 0", stop);
    }
}
