using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Participations;
using Benevolat.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Presence;

/// <summary>Where a page of participations ended.</summary>
internal sealed record AfterParticipation(DateOnly On, Guid Id);

internal static class ParticipationPages
{
    /// <summary>One more than the page holds, in order of days.</summary>
    public static async Task<List<ParticipationResponse>> ReadPageAsync(
        this IQueryable<Participation> rows, MatchingDb db, PageRequest page, string query, Func<Participation, Viewer> viewer, DateTimeOffset now, CancellationToken stop)
    {
        if (Cursor.Decode<AfterParticipation>(page.Cursor, query) is { } after)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.On, row.Id), ValueTuple.Create(after.On, after.Id)));
        }

        var found = await rows
            .OrderBy(row => row.On).ThenBy(row => row.Id)
            .Take(page.Size + 1)
            .Join(db.Missions, row => row.MissionId, mission => mission.Id, (row, mission) => new { row, mission })
            .OrderBy(pair => pair.row.On).ThenBy(pair => pair.row.Id)
            .AsNoTracking()
            .ToListAsync(stop);
        return found.ConvertAll(pair => ParticipationResponse.Of(pair.row, pair.mission, viewer(pair.row), now));
    }
}
