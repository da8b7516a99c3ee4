using Benevolat.Contracts.Matching;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using MassTransit;

namespace Benevolat.Volunteers.Features.History;

/// <summary>Somebody is expected, came, or had their hours confirmed: their history follows.</summary>
public sealed class WhenParticipationRecorded(VolunteersDb db) : IConsumer<ParticipationRecorded>
{
    public async Task Consume(ConsumeContext<ParticipationRecorded> context)
    {
        var participation = await db.Participations.FindAsync([context.Message.ParticipationId], context.CancellationToken);
        if (participation is null) { db.Add(participation = new KnownParticipation { Id = context.Message.ParticipationId }); }
        participation.Advance(context.Message);
    }
}
