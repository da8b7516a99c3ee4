using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Coaching;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Publishing;

/// <summary>An organisation hands a draft in.</summary>
public static class SubmitMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/submission", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(SubmitMission))
        .WithSummary("Submit a draft")
        .WithDescription(
            "A verified organisation's mission is published at once; the others wait for a moderator (`in-review`). "
            + "What the coach blocks is refused: 409 `mission.coach-blocking` with `findings`. Needs If-Match.");

    private static async Task<NoContent> HandleAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionToManageAsync(id, http.User, stop);
        http.RequireIfMatch(mission.Version);

        var (before, now) = (mission.State, clock.GetUtcNow());
        CoachGate.Explain(() => mission.Submit(organisation, Actor.Member(http.User.AccountId()), now));
        db.Tell(mission, before, now);
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.NoContent();
    }
}
