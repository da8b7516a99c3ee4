using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Publishing;

/// <summary>A mission takes no applications for a while.</summary>
public static class PauseMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/pause", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(PauseMission))
        .WithSummary("Pause a mission")
        .WithDescription("It leaves search and takes no applications until it is published again. Needs If-Match.");

    private static async Task<NoContent> HandleAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        var actor = http.User.ActorFor(organisation);
        http.RequireIfMatch(mission.Version);

        var (before, now) = (mission.State, clock.GetUtcNow());
        mission.Pause(actor, now);
        db.Tell(mission, before, now);
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.NoContent();
    }
}
