using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Features.Presence;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>An accepted volunteer takes a place of a shift, or waits for one.</summary>
public static class SignUpForShift
{
    public sealed record SignUpRequest([property: Description("True to join the waiting list when no place is left.")] bool? WaitWhenFull);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/missions/{id:guid}/shifts/{shiftId:guid}/sign-up", HandleAsync)
        .InTurn("shiftId")
        .Idempotent<MatchingDb>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(SignUpForShift))
        .WithSummary("Sign up for a shift")
        .WithDescription("By a volunteer who was accepted for the mission. 201 with the participation; with `waitWhenFull`, 202 with the place in line when all places are "
            + "taken. 409 `shift.full`, `shift.clash` (another shift of theirs, of any mission, is at the same time), `shift.over`, `shift.not-accepted` or `shift.exists`.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<ParticipationResponse>, Accepted<WaitingResponse>, NotFound>> HandleAsync(
        Guid id, Guid shiftId, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] SignUpRequest? request, HttpContext http, MatchingDb db, ShiftPlaces places, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Missions.FindAsync([id], stop) is not { IsKnown: true } mission) { return TypedResults.NotFound(); }

        // With an Idempotency-Key the transaction is there already, and commits with the recorded answer.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        var volunteer = http.User.AccountId();
        var application = await db.AcceptedForUpdateAsync(id, volunteer, stop);
        await db.AloneWithAsync(volunteer, stop);
        if (await db.ShiftForUpdateAsync(shiftId, stop) is not { } shift || shift.MissionId != id) { return TypedResults.NotFound(); }

        ShiftRules.NotAccepted.Require(application is not null);
        var now = clock.GetStoredNow();
        await RequirePossibleAsync(mission, shift, volunteer, places, now, stop);
        var wait = await places.WaitOfAsync(volunteer, shiftId, stop);
        if (wait is not { HoldsPlace: true } && shift.Left < application!.Places && request?.WaitWhenFull == true)
        {
            if (wait is null) { db.Add(wait = ShiftWait.Join(Guid.CreateVersion7(now), application, shift, now)); }
            await db.SaveChangesAsync(stop);
            var waiting = await db.ShowAsync(wait, stop);
            if (own is not null) { await own.CommitAsync(stop); }
            return TypedResults.Accepted($"/api/v1/missions/{id}/shifts", waiting);
        }

        if (wait is not { HoldsPlace: true }) { shift.Take(application!.Places); }
        wait?.Settle();
        var participation = places.Plan(application!, shift);
        await db.SaveChangesAsync(stop);
        if (own is not null) { await own.CommitAsync(stop); }
        http.SetETag(participation.Version);
        return TypedResults.Created(
            $"/api/v1/participations/{participation.Id}", ParticipationResponse.Of(participation, mission, new(AsVolunteer: true, Role: null), now));
    }

    private static async Task RequirePossibleAsync(
        Mission mission, ShiftAllocation shift, Guid volunteer, ShiftPlaces places, DateTimeOffset now, CancellationToken stop)
    {
        ShiftRules.Exists.Require(!await places.HasPlaceAsync(volunteer, shift.ShiftId, stop));
        // Closed because it is full: those who were accepted still come.
        ShiftRules.Over.Require(shift.IsToCome(now) && (mission.State is not MissionState.Closed || mission.ClosedFor is ClosingReason.Filled));
        await places.RequireNoClashAsync(volunteer, shift.Slot, stop);
    }
}
