using Benevolat.Contracts.Matching;
using Benevolat.Missions.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Publishing;

/// <summary>Matching gave a place away, or got one back. The last one closes the mission.</summary>
public sealed class WhenPlacesChanged(MissionsDb db, TimeProvider clock) : IConsumer<PlacesChanged>
{
    public async Task Consume(ConsumeContext<PlacesChanged> context)
    {
        var places = context.Message;
        // Missions are born here, so an unknown one is no early event but a broken neighbour: keep it where operators see it.
        var mission = await db.Missions.SingleOrDefaultAsync(mission => mission.Id == places.MissionId, context.CancellationToken)
            ?? throw new InvalidOperationException($"There is no mission {places.MissionId}.");

        var (before, now) = (mission.State, clock.GetUtcNow());
        mission.NotePlaces(places.Version, places.Taken, now);
        if (mission.State != before) { db.Tell(mission, before, now); }
    }
}
