using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Publishing;

/// <summary>Its managers say that a mission still stands.</summary>
public static class RenewMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/renewal", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(RenewMission))
        .WithSummary("Renew a mission")
        .WithDescription(
            "A mission without an end closes after a year in which nobody published, edited or renewed it; this starts the year again. One with an end "
            + "is prolonged by editing its dates. Needs If-Match.");

    private static async Task<NoContent> HandleAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, _) = await db.FindMissionToManageAsync(id, http.User, stop);
        http.RequireIfMatch(mission.Version);

        mission.Renew(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.NoContent();
    }
}
