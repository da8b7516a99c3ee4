using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Promises;

/// <summary>What a person does about an application that nobody answers: takes it up, reminds the organisation, proposes other missions now.</summary>
public static class LookAfter
{
    internal static void Map(IEndpointRouteBuilder api, Desk desk)
    {
        Add("taking-up", "TakeUpOverdue", "Look after an overdue application",
            "Tells colleagues that one sees to it. Whoever takes it up last has it.",
            (application, who, _, now, _) =>
            {
                application.TakeUp(who, now);
                return Task.CompletedTask;
            });
        Add("reminder", "RemindOrganisation", "Remind the organisation once more",
            "Those who answer for it get another message; 409 `promise.just-reminded` on the same day as the last one.",
            (application, _, work, now, _) =>
            {
                application.RemindAgain(now);
                work.Db.Publish(application.Overdue(now), application.Id);
                return Task.CompletedTask;
            });
        Add("alternatives", "ProposeAlternatives", "Propose other missions now",
            "Doesn't wait for the clock: the volunteer gets up to three missions that suit them. Once; afterwards nothing more happens.",
            async (application, _, work, now, stop) =>
            {
                if (application.ProposeNow()) { await work.Alternatives.ProposeAsync(application, AlternativesCause.NoAnswer, now, stop); }
            });

        void Add(string step, string name, string summary, string description, Deed deed) => api.MapPost($"{desk.Prefix}/{{id:guid}}/{step}", HandleAsync(desk, deed))
            .RequireAuthorization(desk.Policy)
            .WithName($"{name}{desk.Suffix}")
            .WithSummary(summary)
            .WithDescription($"{description} By moderators, and by networks for their own missions. 404 when the application doesn't wait at this desk.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private delegate Task Deed(Application application, string who, Work work, DateTimeOffset now, CancellationToken stop);

    private sealed record Work(MatchingDb Db, Alternatives Alternatives);

    private static Func<Guid, HttpContext, MatchingDb, Alternatives, TimeProvider, CancellationToken, Task<Results<Ok<OverdueResponse>, NotFound>>> HandleAsync(Desk desk, Deed deed) =>
        async (Guid id, HttpContext http, MatchingDb db, Alternatives alternatives, TimeProvider clock, CancellationToken stop) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (await desk.TakeAsync(db, id, http, stop) is not { } seen) { return TypedResults.NotFound(); }

            var who = desk.Who(http);
            await deed(seen.Application, who, new(db, alternatives), clock.GetStoredNow(), stop);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return TypedResults.Ok(OverdueResponse.Of(seen.Row, who));
        };
}
