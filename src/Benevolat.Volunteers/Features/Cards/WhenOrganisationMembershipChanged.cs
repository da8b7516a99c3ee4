using Benevolat.Contracts.Missions;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using MassTransit;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>Somebody joined, changed role or left: what they may see follows.</summary>
public sealed class WhenOrganisationMembershipChanged(VolunteersDb db) : IConsumer<OrganisationMembershipChanged>
{
    public async Task Consume(ConsumeContext<OrganisationMembershipChanged> context)
    {
        var message = context.Message;
        var membership = await db.Memberships.FindAsync([message.OrganisationId, message.AccountId], context.CancellationToken);
        if (membership is null)
        {
            db.Add(membership = new KnownMembership { OrganisationId = message.OrganisationId, AccountId = message.AccountId });
        }
        else if (membership.Version >= message.Version)
        {
            return;
        }

        (membership.Version, membership.Role) = (message.Version, message.Role);
    }
}
