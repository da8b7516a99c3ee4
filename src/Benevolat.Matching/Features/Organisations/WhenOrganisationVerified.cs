using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using MassTransit;

namespace Benevolat.Matching.Features.Organisations;

/// <summary>The organisation may offer missions (again).</summary>
public sealed class WhenOrganisationVerified(MatchingDb db) : IConsumer<OrganisationVerified>
{
    public async Task Consume(ConsumeContext<OrganisationVerified> context)
    {
        var organisation = await db.OrganisationForUpdateAsync(context.Message.OrganisationId, context.CancellationToken);
        organisation.Hear(context.Message.Version, suspended: false);
    }
}
