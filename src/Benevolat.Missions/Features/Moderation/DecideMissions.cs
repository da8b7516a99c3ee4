using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A moderator decides about many missions at once.</summary>
public static class DecideMissions
{
    private const int MostDecisions = 100;

    public sealed record Request(IReadOnlyList<Item?>? Decisions);

    public sealed record Item(
        Guid? MissionId,
        [property: Description("The mission's version as it was read: what changed since is not decided.")] long? Version,
        ReviewDecision? Decision,
        [property: Description("Of a refusal.")] RefusalReason? Reason,
        [property: Description("For the organisation; needed when changes are asked for.")] string? Note);

    public sealed record Response(IReadOnlyList<Outcome> Items);

    /// <param name="Status">204 when it was done, else what a single request would have got.</param>
    public sealed record Outcome(Guid MissionId, int Status, string? Code, string? Title);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Decisions).NotEmpty().AtMost(MostDecisions);
            RuleForEach(request => request.Decisions).NotNull().SetValidator(new ItemValidator()!);
        }
    }

    private sealed class ItemValidator : AbstractValidator<Item>
    {
        public ItemValidator()
        {
            RuleFor(item => item.MissionId).NotNull();
            RuleFor(item => item.Version).NotNull();
            RuleFor(item => item.Decision).NotNull();
            RuleFor(item => item.Reason).NotNull().When(item => item.Decision == ReviewDecision.Refused);
            RuleFor(item => item.Note).MaximumLength(ReviewDecisions.LongestNote);
            RuleFor(item => item.Note).NotEmpty()
                .When(item => item.Decision == ReviewDecision.ChangesRequested || item.Reason == RefusalReason.Other);
        }
    }

    public static void Map(RouteGroupBuilder moderation) => moderation.MapPost("/missions/decisions", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<Request>()
        .WithName(nameof(DecideMissions))
        .WithSummary("Decide about many missions")
        .WithDescription(
            "Accepts, hands back or refuses up to 100 missions in review. Each is decided for itself and has its own status in the answer: one that "
            + "somebody else changed or decided meanwhile (412, 409) doesn't stop the others.")
        .WithBodyExample("""
            { "decisions": [ { "missionId": "0193a1b2-0000-7000-8000-000000000001", "version": 2, "decision": "accepted", "reason": null, "note": null },
                             { "missionId": "0193a1b2-0000-7000-8000-000000000002", "version": 3, "decision": "refused", "reason": "content-insufficient", "note": null } ] }
            """);

    private static async Task<Ok<Response>> HandleAsync(Request request, HttpContext http, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken stop)
    {
        var outcomes = new List<Outcome>();
        foreach (var item in request.Decisions!)
        {
            // A context for each: what fails leaves nothing behind for the next.
            await using var scope = scopes.CreateAsyncScope();
            outcomes.Add(await DecideAsync(scope.ServiceProvider.GetRequiredService<MissionsDb>(), item!, http.User.AccountId(), clock.GetUtcNow(), stop));
        }

        return TypedResults.Ok(new Response(outcomes));
    }

    private static async Task<Outcome> DecideAsync(MissionsDb db, Item item, Guid moderator, DateTimeOffset now, CancellationToken stop)
    {
        var id = item.MissionId!.Value;
        try
        {
            var (mission, organisation) = await db.FindMissionAsync(id, stop);
            if (mission.Version != item.Version) { return Failed(id, StatusCodes.Status412PreconditionFailed, HttpRules.PreconditionFailed); }

            var note = string.IsNullOrWhiteSpace(item.Note) ? null : PlainText.From(item.Note);
            db.Decide(mission, organisation, new(item.Decision!.Value, item.Reason, note), moderator, now);
            await db.SaveChangesAsync(stop);
            return new Outcome(id, StatusCodes.Status204NoContent, null, null);
        }
        catch (ProblemException problem)
        {
            return Failed(id, problem.Status, problem.Rule);
        }
        catch (RuleBrokenException broken)
        {
            return new Outcome(id, StatusCodes.Status409Conflict, broken.Code, broken.Rule.Localized(broken.Facts));
        }
        catch (DbUpdateConcurrencyException)
        {
            return Failed(id, StatusCodes.Status412PreconditionFailed, HttpRules.PreconditionFailed);
        }
    }

    private static Outcome Failed(Guid id, int status, Rule rule) => new(id, status, rule.Code, rule.Localized());
}
