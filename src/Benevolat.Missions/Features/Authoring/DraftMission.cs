using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Features.Revisions;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>An organisation begins a mission.</summary>
public static class DraftMission
{
    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/missions", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<MissionInput>()
        .Idempotent<MissionsDb>()
        .WithName(nameof(DraftMission))
        .WithSummary("Draft a mission")
        .WithDescription("For owners and managers of the organisation, whatever its state; 100 drafts an account at most. Honours Idempotency-Key.")
        .WithBodyExample(MissionExample.Json);

    private static async Task<Created<MissionResponse>> HandleAsync(
        Guid id, MissionInput input, HttpContext http, MissionsDb db, Gazetteer gazetteer, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireManager(http.User);

        await db.RequireRoomForDraftAsync(http.User.AccountId(), stop);
        Rules.Welcomer.Require(input.WelcomerId is not { } welcomer || organisation.RoleOf(welcomer) is not null);
        var (actor, now) = (Actor.Member(http.User.AccountId()), clock.GetUtcNow());
        var mission = Mission.Draft(organisation, input.ToContent(gazetteer), actor, now);
        db.Add(mission);
        db.Keep(mission, actor, now);
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.Created($"/api/v1/missions/{mission.Id}", MissionResponse.From(mission, organisation.State));
    }
}
