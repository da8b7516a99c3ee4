using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using MassTransit;

namespace Benevolat.Matching.Features.Organisations;

/// <summary>Who may answer applications for an organisation.</summary>
public sealed class WhenOrganisationMembershipChanged(MatchingDb db) : IConsumer<OrganisationMembershipChanged>
{
    public async Task Consume(ConsumeContext<OrganisationMembershipChanged> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        await db.AloneWithAsync(message.OrganisationId, stop);
        var membership = await db.Memberships.FindAsync([message.OrganisationId, message.AccountId], stop);
        if (membership is null) { db.Add(membership = Membership.Unheard(message.OrganisationId, message.AccountId)); }
        membership.Hear(message.Version, message.Role);
    }
}
