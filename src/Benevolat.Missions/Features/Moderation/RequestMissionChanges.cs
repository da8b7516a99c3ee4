using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A moderator hands a mission back, with what to change.</summary>
public static class RequestMissionChanges
{
    public sealed record Request(string? Note);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Note).NotEmpty().MaximumLength(ReviewDecisions.LongestNote);
    }

    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/change-request", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<Request>()
        .WithName(nameof(RequestMissionChanges))
        .WithSummary("Ask for changes to a mission")
        .WithDescription("From `in-review` back to `draft`. The organisation reads the note and may submit again. Needs If-Match.")
        .WithBodyExample("""{ "note": "Dites à quelle heure l'on finit, et qui accueille." }""");

    private static async Task<NoContent> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        http.RequireIfMatch(mission.Version);

        var decision = new ReviewDecisions.Decision(ReviewDecision.ChangesRequested, null, PlainText.From(request.Note!));
        db.Decide(mission, organisation, decision, http.User.AccountId(), clock.GetUtcNow());
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.NoContent();
    }
}
