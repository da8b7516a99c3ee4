using Benevolat.Missions.Data;
using Benevolat.Missions.Features.Splitting;
using Benevolat.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>One mission in full.</summary>
public static class GetMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapGet("/{id:guid}", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(GetMission))
        .WithSummary("Read a mission")
        .WithDescription(
            "What was published once stays readable, closed ones with their reason. Drafts are for members and moderators. "
            + "The ETag is needed for changes.");

    private static async Task<Ok<MissionResponse>> HandleAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        if (!http.User.MaySee(mission, organisation)) { throw Access.NotFound(); }

        var isInsider = organisation.RoleOf(http.User) is not null || http.User.IsModerator();
        http.SetETag(mission.Version);
        return TypedResults.Ok(MissionResponse.From(mission, organisation.State, withNote: isInsider) with
        {
            Complements = await db.ComplementsOfAsync(mission, isInsider, stop),
        });
    }
}
