using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Publishing;

/// <summary>A mission ends for good.</summary>
public static class CloseMission
{
    public sealed record Request(ClosingReason? Reason);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).NotNull();
    }

    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/closure", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .WithName(nameof(CloseMission))
        .WithSummary("Close a mission")
        .WithDescription("For good, from any state. `reported` is for moderators. Needs If-Match.")
        .WithBodyExample("""{ "reason": "done" }""");

    private static async Task<NoContent> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        var actor = http.User.ActorFor(organisation);
        if (request.Reason == ClosingReason.Reported && !http.User.IsModerator())
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden);
        }

        http.RequireIfMatch(mission.Version);
        var (before, now) = (mission.State, clock.GetUtcNow());
        mission.Close(request.Reason!.Value, actor, now);
        db.Tell(mission, before, now);
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.NoContent();
    }
}
