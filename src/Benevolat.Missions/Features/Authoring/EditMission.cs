using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Features.Revisions;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>An organisation rewrites a mission.</summary>
public static class EditMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapPut("/{id:guid}", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<MissionInput>()
        .WithName(nameof(EditMission))
        .WithSummary("Edit a mission")
        .WithDescription("Replaces the whole text. Places can't go below those taken; a closed mission doesn't change. Needs If-Match; "
            + "a 412 says in `changes` what somebody else changed since the version that was sent: field, before and now.")
        .WithBodyExample(MissionExample.Json);

    private static async Task<Ok<MissionResponse>> HandleAsync(
        Guid id, MissionInput input, HttpContext http, MissionsDb db, Gazetteer gazetteer, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionToManageAsync(id, http.User, stop);
        await db.RequireSeenAsync(http, mission, stop);

        Rules.Welcomer.Require(input.WelcomerId is not { } welcomer || organisation.RoleOf(welcomer) is not null);
        var (before, now) = (mission.State, clock.GetUtcNow());
        mission.Edit(input.ToContent(gazetteer), now);
        db.Keep(mission, Actor.Member(http.User.AccountId()), now);
        db.Tell(mission, before, now);
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.Ok(MissionResponse.From(mission, organisation.State));
    }
}
