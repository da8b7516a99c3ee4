using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>Nobody writes a hundred missions at once by hand: more is an accident or an attack.</summary>
internal static class DraftLimit
{
    public const int MostDrafts = 100;

    public static async Task RequireRoomForDraftAsync(this MissionsDb db, Guid account, CancellationToken stop, int more = 1)
    {
        var drafts = await db.Missions.CountAsync(mission => mission.CreatedBy == account && mission.State == MissionState.Draft, stop);
        Rules.TooManyDrafts.Require(drafts + more <= MostDrafts, ("drafts", drafts));
    }
}
