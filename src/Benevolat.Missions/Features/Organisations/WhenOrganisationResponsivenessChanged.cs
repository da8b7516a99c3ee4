using Benevolat.Contracts.Matching;
using Benevolat.Missions.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>Matching reckoned how an organisation answers; search follows, since a change of the organisation is one of its missions.</summary>
public sealed class WhenOrganisationResponsivenessChanged(MissionsDb db) : IConsumer<OrganisationResponsivenessChanged>
{
    public async Task Consume(ConsumeContext<OrganisationResponsivenessChanged> context)
    {
        var message = context.Message;
        // Only organisations with missions are answered for, and those are never deleted: an unknown one is a broken neighbour.
        var organisation = await db.Organisations.SingleOrDefaultAsync(row => row.Id == message.OrganisationId, context.CancellationToken)
            ?? throw new InvalidOperationException($"There is no organisation {message.OrganisationId}.");
        organisation.NoteResponsiveness(message.Version, message.Answered, message.Asked, message.MedianAnswerHours);
    }
}
