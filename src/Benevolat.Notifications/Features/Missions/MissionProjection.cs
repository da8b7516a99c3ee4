using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>Keeps <see cref="KnownMission"/> in step, and wakes what waited for a mission.</summary>
internal static class MissionProjection
{
    public static async Task LearnAsync(this NotificationsDb db, Guid id, long version, MissionFacts facts, DateTimeOffset now, CancellationToken stop)
    {
        var mission = await db.Missions.FindAsync([id], stop);
        if (mission is null) { db.Add(mission = new KnownMission { Id = id, Facts = facts }); }
        else if (mission.Version >= version) { return; }

        (mission.Version, mission.Facts) = (version, facts);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET due_at = {now} FROM notices
            WHERE notices.id = deliveries.cause AND notices.mission_id = {id} AND state = 'Pending' AND deliveries.due_at > {now} AND deliveries.waits > 0
            """, stop);
    }
}
