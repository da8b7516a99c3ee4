using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Applications;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

internal static class MissionAccess
{
    /// <summary>The caller's role in the organisation of a mission; null for strangers, and for missions that aren't known.</summary>
    public static async Task<MemberRole?> RoleInMissionAsync(this MatchingDb db, Guid missionId, HttpContext http, CancellationToken stop)
    {
        var mission = await db.Missions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == missionId, stop);
        return mission is { IsKnown: true } ? await db.RoleAsync(mission.OrganisationId, http, stop) : null;
    }
}
