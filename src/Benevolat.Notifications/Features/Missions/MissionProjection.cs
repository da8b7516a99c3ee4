using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Missions;

/// <summary>Keeps <see cref="KnownMission"/> and <see cref="Opening"/> in step, and wakes what waited for a mission.</summary>
internal static class MissionProjection
{
    public static async Task LearnAsync(this NotificationsDb db, Guid id, long version, MissionFacts facts, DateTimeOffset now, CancellationToken stop)
    {
        var mission = await db.Missions.FindAsync([id], stop);
        if (mission is null) { db.Add(mission = new KnownMission { Id = id, Facts = facts }); }
        else if (mission.Version >= version) { return; }

        (mission.Version, mission.Facts) = (version, facts);
        await db.WakeAsync(id, now, stop);
    }

    public static async Task OpenAsync(this NotificationsDb db, Guid id, long version, CancellationToken stop) =>
        await db.MoveAsync(id, version, isOpen: true, stop);

    /// <summary>Paused or closed: what waited to list the mission goes without it.</summary>
    public static async Task ShutAsync(this NotificationsDb db, Guid id, long version, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.MoveAsync(id, version, isOpen: false, stop)) { await db.WakeAsync(id, now, stop); }
    }

    /// <returns>False when it was older news.</returns>
    private static async Task<bool> MoveAsync(this NotificationsDb db, Guid id, long version, bool isOpen, CancellationToken stop)
    {
        var opening = await db.Openings.FindAsync([id], stop);
        if (opening is null) { db.Add(opening = new Opening { MissionId = id }); }
        else if (opening.Version >= version) { return false; }

        (opening.Version, opening.IsOpen) = (version, isOpen);
        return true;
    }

    private static async Task WakeAsync(this NotificationsDb db, Guid id, DateTimeOffset now, CancellationToken stop) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET due_at = {now} FROM notices
            WHERE notices.id = deliveries.cause AND (notices.mission_id = {id} OR {id} = ANY(notices.mission_ids))
                AND state = 'Pending' AND deliveries.due_at > {now} AND deliveries.waits > 0
            """, stop);
}
