using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Coaching;
using Benevolat.Missions.Features.Moderation;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Publishing;

/// <summary>A mission opens to volunteers.</summary>
public static class PublishMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/publication", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(PublishMission))
        .WithSummary("Publish a mission")
        .WithDescription(
            "By a manager of a verified organisation, or by a moderator; also ends a pause. "
            + "What the coach blocks is refused to managers: 409 `mission.coach-blocking` with `findings`. Needs If-Match.");

    private static async Task<NoContent> HandleAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        var actor = http.User.ActorFor(organisation);
        http.RequireIfMatch(mission.Version);

        var (before, now) = (mission.State, clock.GetUtcNow());
        if (before == MissionState.InReview && actor.Kind == ActorKind.Moderator)
        {
            db.Decide(mission, organisation, new(ReviewDecision.Accepted, null, null), http.User.AccountId(), now);
        }
        else
        {
            CoachGate.Explain(() => mission.Publish(organisation, actor, now));
            db.Tell(mission, before, now);
        }

        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.NoContent();
    }
}
