using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A moderator says no to a mission.</summary>
public static class RefuseMission
{
    public sealed record Request(RefusalReason? Reason, string? Note);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Reason).NotNull();
            RuleFor(request => request.Note).MaximumLength(ReviewDecisions.LongestNote);
            RuleFor(request => request.Note).NotEmpty().When(request => request.Reason == RefusalReason.Other);
        }
    }

    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/refusal", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<Request>()
        .WithName(nameof(RefuseMission))
        .WithSummary("Refuse a mission")
        .WithDescription(
            "From `in-review` to `closed`, for good, with one of the reasons of the national exchange format; `other` needs a note. Needs If-Match.")
        .WithBodyExample("""{ "reason": "not-compliant", "note": "C'est un emploi : une association ne peut pas le proposer à des bénévoles." }""");

    private static async Task<NoContent> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        http.RequireIfMatch(mission.Version);

        var note = string.IsNullOrWhiteSpace(request.Note) ? null : PlainText.From(request.Note);
        db.Decide(mission, organisation, new(ReviewDecision.Refused, request.Reason, note), http.User.AccountId(), clock.GetUtcNow());
        await db.SaveChangesAsync(stop);

        http.SetETag(mission.Version);
        return TypedResults.NoContent();
    }
}
