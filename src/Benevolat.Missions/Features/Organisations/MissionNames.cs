using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>Every mission shows its organisation's name: a new name goes to all of them, and out to the other services.</summary>
internal static class MissionNames
{
    /// <summary>The caller saves.</summary>
    public static async Task RenameMissionsAsync(this MissionsDb db, Organisation organisation, DateTimeOffset now, CancellationToken stop)
    {
        var name = organisation.Profile.Name;
        var missions = await db.Missions
            .Where(mission => mission.OrganisationId == organisation.Id && mission.OrganisationName != name)
            .ToListAsync(stop);
        foreach (var mission in missions.Where(mission => mission.FollowName(name))) { db.Tell(mission, mission.State, now); }
    }
}
