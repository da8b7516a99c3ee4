using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Organisations;

/// <summary>Learns who acts for an organisation; what nobody could be told until now is looked at again.</summary>
public sealed class WhenOrganisationMembershipChanged(NotificationsDb db, TimeProvider clock) : IConsumer<OrganisationMembershipChanged>
{
    public async Task Consume(ConsumeContext<OrganisationMembershipChanged> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var membership = await db.Memberships.FindAsync([message.OrganisationId, message.AccountId], stop);
        if (membership is null) { db.Add(membership = new Membership { OrganisationId = message.OrganisationId, AccountId = message.AccountId }); }
        else if (membership.Version >= message.Version) { return; }

        (membership.Version, membership.Role) = (message.Version, message.Role);
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"UPDATE notices SET due_at = {now} WHERE organisation_id = {message.OrganisationId} AND addressed_at IS NULL AND due_at > {now}", stop);
    }
}
