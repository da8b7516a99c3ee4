using Benevolat.Contracts.Matching;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain.Coaching;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Coaching;

/// <summary>Counts what those who came said of a mission.</summary>
internal static class FeedbackTallies
{
    public static async Task<FeedbackTally> TallyFeedbackAsync(this MissionsDb db, Guid missionId, CancellationToken stop)
    {
        var counts = await db.MissionFeedback.AsNoTracking()
            .Where(row => row.MissionId == missionId && row.AsDescribed != null)
            .GroupBy(row => row.AsDescribed!.Value)
            .Select(rows => new { AsDescribed = rows.Key, Count = rows.Count() })
            .ToDictionaryAsync(row => row.AsDescribed, row => row.Count, stop);
        return new FeedbackTally(counts.GetValueOrDefault(AsDescribed.Yes), counts.GetValueOrDefault(AsDescribed.Partly), counts.GetValueOrDefault(AsDescribed.No));
    }
}
