using System.Globalization;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Revisions;

/// <summary>Keeps what a mission's text was, and tells those who come second what the first one changed.</summary>
internal static class SeenVersion
{
    /// <summary>Remembers the text as it is now; the caller saves.</summary>
    public static void Keep(this MissionsDb db, Mission mission, Actor actor, DateTimeOffset now) => db.Add(MissionRevision.Of(mission, actor, now));

    /// <summary>As <see cref="Preconditions.RequireIfMatch"/>; the refusal carries <c>changes</c>: field, before and now.</summary>
    public static async Task RequireSeenAsync(this MissionsDb db, HttpContext http, Mission mission, CancellationToken stop)
    {
        try
        {
            http.RequireIfMatch(mission.Version);
        }
        catch (ProblemException stale) when (stale.Status == StatusCodes.Status412PreconditionFailed)
        {
            throw new ProblemException(stale.Status, stale.Rule) { Details = await ChangesAsync(db, http, mission, stop) };
        }
    }

    private static async Task<Dictionary<string, object?>> ChangesAsync(MissionsDb db, HttpContext http, Mission mission, CancellationToken stop)
    {
        var details = new Dictionary<string, object?> { ["version"] = mission.Version };
        if (!long.TryParse(http.Request.Headers.IfMatch.ToString().Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) { return details; }

        var text = await db.MissionRevisions.AsNoTracking()
            .Where(revision => revision.MissionId == mission.Id && revision.Version <= seen)
            .OrderByDescending(revision => revision.Version).FirstOrDefaultAsync(stop);
        if (text is not null) { details["changes"] = ContentComparison.Between(text.Content, mission.Content()); }
        return details;
    }
}
