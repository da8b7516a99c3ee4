using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Coaching;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Coaching;

/// <summary>What the coach says of a mission as it is saved.</summary>
public static class GetMissionCoaching
{
    public static void Map(RouteGroupBuilder missions) => missions.MapGet("/{id:guid}/coaching", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetMissionCoaching))
        .WithSummary("Have a mission coached")
        .WithDescription(
            "For members and moderators: a score of 0 to 100 with its parts, and what to write instead, field by field. "
            + "The score of a part is its `most` less the weight of each rule that finds something; what is not said at all costs the whole part. "
            + "`feedback.not-as-described` comes from people who were there, once three of them have answered, and costs no points.");

    private static async Task<Ok<CoachingResponse>> HandleAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        if (organisation.RoleOf(http.User) is null && !http.User.IsModerator()) { throw Access.NotFound(); }

        var coached = new CoachedMission(mission.Content(), organisation.Profile, ParisTime.DateOf(clock.GetUtcNow()));
        return TypedResults.Ok(CoachingResponse.Of(Coach.Look(coached).And(FeedbackAdvice.Of(await db.TallyFeedbackAsync(id, stop)))));
    }
}
