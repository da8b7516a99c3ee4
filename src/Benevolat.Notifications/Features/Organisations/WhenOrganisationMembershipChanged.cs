using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Features.Delivering;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Organisations;

/// <summary>Learns who acts for an organisation; what just happened there is looked at again, in case the news of it overtook this.</summary>
public sealed class WhenOrganisationMembershipChanged(NotificationsDb db, TimeProvider clock) : IConsumer<OrganisationMembershipChanged>
{
    public async Task Consume(ConsumeContext<OrganisationMembershipChanged> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var membership = await db.Memberships.FindAsync([message.OrganisationId, message.AccountId], stop);
        if (membership is null) { db.Add(membership = new Membership { OrganisationId = message.OrganisationId, AccountId = message.AccountId }); }
        else if (membership.Version >= message.Version) { return; }

        (membership.Version, membership.Role) = (message.Version, message.Role);
        await db.WaitForAddressingOfAsync(message.OrganisationId, stop);
        var (now, reopened) = (clock.GetUtcNow(), clock.GetUtcNow() - Notice.OpenToLateMembers);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE notices SET due_at = {now}, addressed_at = NULL
            WHERE organisation_id = {message.OrganisationId} AND recipient_id IS NULL AND (addressed_at IS NULL OR addressed_at > {reopened})
            """, stop);
    }
}
