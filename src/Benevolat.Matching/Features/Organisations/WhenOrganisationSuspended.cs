using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using MassTransit;

namespace Benevolat.Matching.Features.Organisations;

/// <summary>Its missions take no applications and are recommended to nobody, even before each is paused.</summary>
public sealed class WhenOrganisationSuspended(MatchingDb db) : IConsumer<OrganisationSuspended>
{
    public async Task Consume(ConsumeContext<OrganisationSuspended> context)
    {
        var organisation = await db.OrganisationForUpdateAsync(context.Message.OrganisationId, context.CancellationToken);
        organisation.Hear(context.Message.Version, suspended: true);
    }
}
