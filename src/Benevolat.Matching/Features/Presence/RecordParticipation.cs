using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Presence;

/// <summary>A day on a mission without shifts, recorded by one side or the other.</summary>
public static class RecordParticipation
{
    public sealed record RecordParticipationRequest(
        [property: Description("The day in France, between the application and today.")] DateOnly? On,
        [property: Description("1 to 1,440.")] int? Minutes);

    public sealed class Validator : AbstractValidator<RecordParticipationRequest>
    {
        public Validator()
        {
            RuleFor(request => request.On).NotNull();
            RuleFor(request => request.Minutes).NotNull().InclusiveBetween(1, Participation.MostMinutes);
        }
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/participations", HandleAsync)
        .Validated<RecordParticipationRequest>()
        .Idempotent<MatchingDb>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(RecordParticipation))
        .WithSummary("Record a day on a mission without shifts")
        .WithDescription("By the volunteer who was accepted, or by an owner or manager; the organisation approves it. 409 `participation.exists` when the day is recorded already, "
            + "`participation.has-shifts`, `participation.day`, `shift.not-accepted`.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<ParticipationResponse>, NotFound>> HandleAsync(
        Guid id, RecordParticipationRequest request, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await db.HoldApplicationAsync(id, stop); // one day of one application after the other
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        if (!seen.AsVolunteer && !seen.Role.ManagesApplications()) { throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden); }

        var now = clock.GetStoredNow();
        await RequirePossibleAsync(db, seen, request.On!.Value, now, stop);
        var participation = Participation.Attend(Guid.CreateVersion7(now), seen.Application, request.On.Value, now);
        participation.Declare(request.Minutes!.Value, seen.AsVolunteer ? MinutesBy.Volunteer : MinutesBy.Organisation, now);
        db.Add(participation);
        db.Publish(participation.Recorded(), participation.Id);
        seen.Application.ReconsiderFeedback(now);
        await db.SaveChangesAsync(stop);
        if (own is not null) { await own.CommitAsync(stop); }
        http.SetETag(participation.Version);
        return TypedResults.Created(
            $"/api/v1/participations/{participation.Id}", ParticipationResponse.Of(participation, seen.Mission, new(seen.AsVolunteer, seen.Role), now));
    }

    private static async Task RequirePossibleAsync(MatchingDb db, SeenApplication seen, DateOnly on, DateTimeOffset now, CancellationToken stop)
    {
        ShiftRules.NotAccepted.Require(seen.Application.State is ApplicationState.Accepted or ApplicationState.Completed);
        ParticipationRules.HasShifts.Require(seen.Mission.Facts?.Shifts.Count is null or 0);
        ParticipationRules.Day.Require(on >= ParisTime.DayOf(seen.Application.SubmittedAt) && on <= ParisTime.DayOf(now));
        ParticipationRules.Exists.Require(!await db.Participations.AnyAsync(
            row => row.ApplicationId == seen.Application.Id && row.On == on && row.ShiftId == null && row.State != ParticipationState.Cancelled, stop));
    }
}
