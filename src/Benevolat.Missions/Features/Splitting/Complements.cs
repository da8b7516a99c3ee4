using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Splitting;

/// <summary>A mission that takes another part of the same whole.</summary>
public sealed record MissionComplement(Guid Id, string Title, MissionState State);

internal static class Complements
{
    private const int Most = 50;

    /// <summary>What it was split from, the other parts of that, and its own parts: those that the reader may see, the oldest first.</summary>
    /// <param name="isInsider">Whether the reader is a member or a moderator; others see what was public once.</param>
    public static Task<List<MissionComplement>> ComplementsOfAsync(this MissionsDb db, Mission mission, bool isInsider, CancellationToken stop)
    {
        var (id, origin) = (mission.Id, mission.SplitFromId);
        return db.Missions.AsNoTracking()
            .Where(other => other.Id != id && (other.SplitFromId == id || (origin != null && (other.Id == origin || other.SplitFromId == origin))))
            .Where(other => isInsider || other.PublishedAt != null)
            .OrderBy(other => other.CreatedAt).ThenBy(other => other.Id)
            .Take(Most)
            .Select(other => new MissionComplement(other.Id, other.Title, other.State))
            .ToListAsync(stop);
    }
}
