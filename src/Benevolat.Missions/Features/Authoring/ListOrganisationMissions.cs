using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>What an organisation offers.</summary>
public static class ListOrganisationMissions
{
    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/{id:guid}/missions", HandleAsync)
        .AllowAnonymous()
        .Validated<PageRequest>()
        .WithName(nameof(ListOrganisationMissions))
        .WithSummary("List an organisation's missions")
        .WithDescription("Members and moderators see all states, everybody else what is published; newest first.");

    private static async Task<Ok<Page<MissionResponse>>> HandleAsync(
        Guid id, [AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        var isInsider = organisation.RoleOf(http.User) is not null || http.User.IsModerator();
        if (!isInsider && organisation.State != OrganisationState.Verified) { throw Access.NotFound(); }

        var query = $"organisations/{id}/missions/{isInsider}";
        var after = Cursor.Decode<ByIdPosition>(page.Cursor, query)?.Id;
        var missions = await db.Missions.AsNoTracking()
            .Where(mission => mission.OrganisationId == id && (isInsider || mission.State == MissionState.Published))
            .Where(mission => after == null || mission.Id < after)
            .OrderByDescending(mission => mission.Id)
            .Take(page.Size + 1)
            .ToListAsync(stop);
        var items = missions.ConvertAll(mission => MissionResponse.From(mission, organisation.State, withNote: isInsider));
        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new ByIdPosition(item.Id), query)));
    }
}
