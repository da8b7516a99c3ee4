using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Publishing;

/// <summary>A closed mission is taken up again.</summary>
public static class ReopenMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/reopening", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ReopenMission))
        .WithSummary("Reopen a mission")
        .WithDescription(
            "From `closed` to `paused`, so that dates and places can be brought up to date before it is published again. One that was refused or "
            + "reported stays closed. Needs If-Match.");

    private static async Task<NoContent> HandleAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        var actor = http.User.ActorFor(organisation);
        http.RequireIfMatch(mission.Version);

        // Nobody else needs to know before it is published.
        mission.Reopen(actor, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.NoContent();
    }
}
