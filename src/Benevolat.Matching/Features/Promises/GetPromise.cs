using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Promises;

/// <summary>What somebody may expect who applies now.</summary>
public static class GetPromise
{
    public sealed record MissionPromiseResponse(
        int WorkingDays,
        [property: Description("A human answer by then, if one applies now.")] DateTimeOffset AnswerBy,
        OrganisationAnswers Organisation);

    /// <summary>How the organisation answered so far.</summary>
    public sealed record OrganisationAnswers(
        [property: Description("Applications that count: the last 30 at most.")] int Asked,
        [property: Description("How many of them got a human answer.")] int Answered,
        [property: Description("Half of the answers came within so many hours; null without any.")] double? MedianAnswerHours,
        [property: Description("Fewer than three applications so far: nothing can be said yet.")] bool IsNew);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/promise", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(GetPromise))
        .WithSummary("When would I have an answer?")
        .WithDescription("For anybody, before applying: the date by which the organisation owes a human answer to somebody who applies now, and how it answered so far. "
            + "Working days are Monday to Friday without the public holidays of France.");

    private static async Task<Results<Ok<MissionPromiseResponse>, NotFound>> HandleAsync(
        Guid id, MatchingDb db, AnswerPromise promise, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Missions.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, stop) is not { IsKnown: true } mission) { return TypedResults.NotFound(); }

        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(known => known.Id == mission.OrganisationId, stop);
        var answers = organisation?.Responsiveness ?? Responsiveness.None;
        return TypedResults.Ok(new MissionPromiseResponse(
            promise.WorkingDays, promise.AnswerBy(clock.GetStoredNow()), new(answers.Asked, answers.Answered, answers.MedianAnswerHours, answers.IsNew)));
    }
}
