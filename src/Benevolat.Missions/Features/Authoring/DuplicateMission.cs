using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Revisions;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>The same mission once more, for another time or place.</summary>
public static class DuplicateMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/duplicate", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Idempotent<MissionsDb>()
        .WithName(nameof(DuplicateMission))
        .WithSummary("Duplicate a mission")
        .WithDescription("A new draft with the same text, of a mission in any state. Dates and shifts that are past stay behind. Honours Idempotency-Key.");

    private static async Task<Created<MissionResponse>> HandleAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionToManageAsync(id, http.User, stop);
        await db.RequireRoomForDraftAsync(http.User.AccountId(), stop);

        var (actor, now) = (Actor.Member(http.User.AccountId()), clock.GetUtcNow());
        var copy = Mission.Draft(organisation, mission.Content().WithoutThePast(now), actor, now);
        db.Add(copy);
        db.Keep(copy, actor, now);
        await db.SaveChangesAsync(stop);

        http.SetETag(copy.Version);
        return TypedResults.Created($"/api/v1/missions/{copy.Id}", MissionResponse.From(copy, organisation.State));
    }
}
