using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Promises;
using MassTransit;

namespace Benevolat.Matching.Features.Organisations;

/// <summary>
/// Its missions take no applications and are recommended to nobody, even before each is paused. Who waits for an answer isn't kept waiting
/// for as long as the suspension lasts. Who was accepted already stays so: it may end tomorrow.
/// </summary>
public sealed class WhenOrganisationSuspended(MatchingDb db, Settlement settlement) : IConsumer<OrganisationSuspended>
{
    public async Task Consume(ConsumeContext<OrganisationSuspended> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var organisation = await db.OrganisationForUpdateAsync(message.OrganisationId, stop);
        if (organisation.Hear(message.Version, suspended: true)) { await settlement.OfOrganisationAsync(organisation.Id, stop); }
    }
}
