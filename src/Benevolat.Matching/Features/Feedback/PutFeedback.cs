using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Feedback;

/// <summary>A volunteer says how it was.</summary>
public static class PutFeedback
{
    public sealed record PutFeedbackRequest(
        [property: Description("False when nothing took place.")] bool? Happened,
        [property: Description("Whether it was as its page says.")] AsDescribed? AsDescribed,
        ComeBack? ComeBack,
        [property: Description("Up to 1,000 characters. The organisation reads comments from three answers on, without a name.")] string? Comment);

    public sealed class Validator : AbstractValidator<PutFeedbackRequest>
    {
        public Validator()
        {
            RuleFor(request => request.Happened).NotNull();
            RuleFor(request => request.Comment).MaximumLength(FeedbackAnswer.LongestComment);
        }
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/applications/{id:guid}/feedback", HandleAsync)
        .Validated<PutFeedbackRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(PutFeedback))
        .WithSummary("Say how it was")
        .WithDescription("By the volunteer of an application that was accepted, from their first day on: 201 the first time (`If-None-Match: *` makes sure of it), 200 when it "
            + "replaces what they said (`If-Match` required). 409 `feedback.too-early`.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<FeedbackResponse>, Created<FeedbackResponse>, NotFound>> HandleAsync(
        Guid id, PutFeedbackRequest request, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        var account = http.User.AccountId();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.HoldApplicationAsync(id, stop); // twice at once is once and a change
        if (await db.Applications.SingleOrDefaultAsync(row => row.Id == id && row.VolunteerId == account, stop) is not { } application) { return TypedResults.NotFound(); }

        var answer = await db.Feedback.SingleOrDefaultAsync(row => row.ApplicationId == id, stop);
        var isNew = answer is null;
        RequireWhatTheCallerExpects(http, answer);
        var now = clock.GetStoredNow();
        await RequireFirstDayAsync(db, application, now, stop);
        if (answer is null) { db.Add(answer = FeedbackAnswer.Of(application)); }
        answer.Say(request.Happened!.Value, request.AsDescribed, request.ComeBack, string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment.Trim(), now);
        application.SettleFeedback(now);
        db.Publish(Given(answer), answer.ApplicationId);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        http.SetETag(answer.Version);
        return isNew ? TypedResults.Created($"/api/v1/applications/{id}/feedback", FeedbackResponse.Of(answer)) : TypedResults.Ok(FeedbackResponse.Of(answer));
    }

    private static void RequireWhatTheCallerExpects(HttpContext http, FeedbackAnswer? answer)
    {
        var (expectsNone, expectsOne) = (http.Request.Headers.IfNoneMatch.Contains("*"), http.Request.Headers.IfMatch.Count > 0);
        if (answer is null ? expectsOne : expectsNone) { throw new ProblemException(StatusCodes.Status412PreconditionFailed, HttpRules.PreconditionFailed); }
        if (answer is not null) { http.RequireIfMatch(answer.Version); }
    }

    /// <summary>Who signed up for shifts speaks after the first has begun; without shifts one may have been there any day.</summary>
    private static async Task RequireFirstDayAsync(MatchingDb db, Application application, DateTimeOffset now, CancellationToken stop)
    {
        ParticipationRules.FeedbackTooEarly.Require(application.WasAccepted);
        var theirs = db.Participations.Where(row => row.ApplicationId == application.Id && row.State != ParticipationState.Cancelled);
        var hasShifts = await db.Shifts.AnyAsync(shift => shift.MissionId == application.MissionId && !shift.Removed, stop);
        ParticipationRules.FeedbackTooEarly.Require(!hasShifts || await theirs.AnyAsync(row => row.StartsAt == null || row.StartsAt <= now, stop));
    }

    private static FeedbackGiven Given(FeedbackAnswer its) => new(
        its.ApplicationId, its.Version, its.MissionId, its.OrganisationId, its.VolunteerId, its.Happened, its.AsDescribed, its.ComeBack, its.At);
}
