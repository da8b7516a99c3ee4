using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Applications;

/// <summary>Applications as answers show them: with the place in line, and for their volunteer with what was proposed instead.</summary>
internal static class ApplicationViews
{
    /// <summary>The body and the ETag of an answer that shows the application as it is now.</summary>
    public static async Task<ApplicationResponse> ShowAsync(this MatchingDb db, SeenApplication seen, HttpContext http, CancellationToken stop)
    {
        http.SetETag(seen.Application.Version);
        var positions = await db.PositionsAsync([seen.Application], stop);
        return ApplicationResponse.Of(seen.Row, seen.AsVolunteer, seen.Role, Position(positions, seen.Application));
    }

    public static async Task<IReadOnlyList<ApplicationResponse>> ShowAsync(
        this MatchingDb db, IReadOnlyList<ApplicationRow> rows, bool asVolunteer, MemberRole? role, CancellationToken stop)
    {
        var positions = await db.PositionsAsync([.. rows.Select(row => row.Application)], stop);
        return [.. rows.Select(row => ApplicationResponse.Of(row, asVolunteer, role, Position(positions, row.Application)))];
    }

    /// <summary>The applications with the names beside them.</summary>
    public static IQueryable<ApplicationRow> WithNames(this IQueryable<Application> applications, MatchingDb db) => applications.Join(
        db.Missions, application => application.MissionId, mission => mission.Id,
        (application, mission) => new ApplicationRow { Application = application, MissionTitle = mission.Title, OrganisationName = mission.OrganisationName });

    /// <summary>The place in line of those who wait, from 1.</summary>
    private static async Task<Dictionary<Guid, int>> PositionsAsync(this MatchingDb db, IReadOnlyList<Application> applications, CancellationToken stop)
    {
        var waiting = applications.Where(application => application.WaitingSince is not null).Select(application => application.Id).ToList();
        if (waiting.Count == 0) { return []; }

        return await db.Applications
            .Where(application => waiting.Contains(application.Id))
            .Select(application => new
            {
                application.Id,
                Ahead = db.Applications.Count(other => other.MissionId == application.MissionId && other.WaitingSince != null
                    && (other.WaitingSince < application.WaitingSince
                        || (other.WaitingSince == application.WaitingSince && other.Id.CompareTo(application.Id) < 0))),
            })
            .ToDictionaryAsync(row => row.Id, row => row.Ahead + 1, stop);
    }

    private static int? Position(Dictionary<Guid, int> positions, Application application) => positions.TryGetValue(application.Id, out var position) ? position : null;
}
