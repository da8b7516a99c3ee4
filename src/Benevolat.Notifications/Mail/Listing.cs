using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Mail;

/// <summary>The missions that a message lists, as far as they are known now.</summary>
/// <param name="Missions">Known and not known to be shut, in the notice's order: the best first.</param>
/// <param name="Unknown">How many of those that the notice names we haven't heard of yet.</param>
/// <param name="Count">How many missions the message is about, named or not, without those that were shut meanwhile.</param>
internal sealed record Listing(IReadOnlyList<KnownMission> Missions, int Unknown, int Count)
{
    /// <returns>Null for a notice that is about one mission or none.</returns>
    public static async Task<Listing?> OfAsync(Notice notice, NotificationsDb db, CancellationToken stop)
    {
        if (notice.MissionCount is not { } count) { return null; }

        var ids = notice.MissionIds;
        var known = await db.Missions.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        var shut = await db.Openings.AsNoTracking()
            .Where(row => ids.Contains(row.MissionId) && !row.IsOpen)
            .Select(row => row.MissionId)
            .ToListAsync(stop);
        List<Guid> left = [.. ids.Except(shut)];
        List<KnownMission> missions = [.. left.Where(known.ContainsKey).Select(id => known[id])];
        return new(missions, left.Count - missions.Count, count - shut.Count);
    }
}
