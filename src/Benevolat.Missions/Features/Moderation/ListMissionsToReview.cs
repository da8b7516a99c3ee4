using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Authoring;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>The moderators' queue of missions.</summary>
public static class ListMissionsToReview
{
    public static void Map(RouteGroupBuilder moderation) => moderation.MapGet("/missions", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<PageRequest>()
        .WithName(nameof(ListMissionsToReview))
        .WithSummary("List missions to review")
        .WithDescription("`state` is `in-review` when absent; the oldest draft comes first.");

    private static async Task<Ok<Page<MissionResponse>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop, string state = "in-review")
    {
        if (!Kebab.TryParse(state, out MissionState wanted)) { throw ProblemException.ForField("state", HttpRules.WrongType); }

        var query = $"moderation/missions/{state}";
        var after = Cursor.Decode<ByIdPosition>(page.Cursor, query)?.Id;
        var missions = await db.Missions.AsNoTracking()
            .Where(mission => mission.State == wanted)
            .Where(mission => after == null || mission.Id > after)
            .OrderBy(mission => mission.Id)
            .Take(page.Size + 1)
            .ToListAsync(stop);
        var items = await db.ToResponsesAsync(missions, stop);
        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new ByIdPosition(item.Id), query)));
    }
}
