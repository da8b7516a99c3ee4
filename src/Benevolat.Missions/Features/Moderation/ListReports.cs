using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>What the public reported.</summary>
public static class ListReports
{
    public sealed record Item(
        Guid Id, Guid MissionId, string MissionTitle, MissionState MissionState, long MissionVersion, Guid OrganisationId, string OrganisationName,
        ReportReason Reason, string? Text, DateTimeOffset At, ReportOutcome? Outcome, DateTimeOffset? ResolvedAt, long Version);

    public static void Map(RouteGroupBuilder moderation) => moderation.MapGet("/reports", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .RefuseUnknownParameters()
        .Validated<PageRequest>()
        .WithName(nameof(ListReports))
        .WithSummary("List reports")
        .WithDescription("Those that nobody has dealt with, the oldest first; with `resolved=true` the others.");

    private static async Task<Ok<Page<Item>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop, bool resolved = false)
    {
        var query = $"moderation/reports/{resolved}";
        var after = Cursor.Decode<ByIdPosition>(page.Cursor, query)?.Id;
        var items = await (
            from report in db.MissionReports.AsNoTracking()
            join mission in db.Missions on report.MissionId equals mission.Id
            where report.Outcome != null == resolved && (after == null || report.Id > after)
            orderby report.Id
            select new Item(
                report.Id, mission.Id, mission.Title, mission.State, mission.Version, mission.OrganisationId, mission.OrganisationName,
                report.Reason, report.Text, report.At, report.Outcome, report.ResolvedAt, report.Version))
            .Take(page.Size + 1).ToListAsync(stop);
        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new ByIdPosition(item.Id), query)));
    }
}
