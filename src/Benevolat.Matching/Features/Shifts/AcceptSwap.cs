using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Features.Presence;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>Somebody takes over the shift of another: the first to say so has it.</summary>
public static class AcceptSwap
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/swaps/{id:guid}/acceptance", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(AcceptSwap))
        .WithSummary("Take a shift over")
        .WithDescription("By another volunteer who was accepted for the mission; 404 for everybody else. The place changes hands in one transaction. 409 `swap.taken` when "
            + "somebody was faster, `shift.clash` when another shift of the caller's is at the same time, `shift.over`, `shift.exists`, `swap.own`.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<ParticipationResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, ShiftPlaces places, PlaceTurns turns, TimeProvider clock, CancellationToken stop)
    {
        var volunteer = http.User.AccountId();
        if (await db.Swaps.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } found) { return TypedResults.NotFound(); }

        // All who were asked may answer in the same minute.
        using var turn = await turns.TakeAsync(found.ShiftId, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.AcceptedForUpdateAsync(found.MissionId, volunteer, stop) is not { } application) { return TypedResults.NotFound(); }
        await db.AloneWithAsync(volunteer, stop);
        var shift = (await db.ShiftForUpdateAsync(found.ShiftId, stop))!;
        var (swap, now) = (await db.Swaps.SingleAsync(row => row.Id == id, stop), clock.GetStoredNow());
        swap.TakeOver(volunteer, now);
        ShiftRules.Over.Require(shift.IsToCome(now));
        ShiftRules.Exists.Require(!await places.HasPlaceAsync(volunteer, shift.ShiftId, stop));
        await places.RequireNoClashAsync(volunteer, shift.Slot, stop);

        var taken = await HandOverAsync(db, swap, shift, application, places, now, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        http.SetETag(taken.Version);
        var mission = await db.Missions.SingleAsync(row => row.Id == shift.MissionId, stop);
        return TypedResults.Ok(ParticipationResponse.Of(taken, mission, new(AsVolunteer: true, Role: null), now));
    }

    /// <summary>The place stays taken, but by somebody else. Who waited for one in line, and had one held, gives that one on.</summary>
    private static async Task<Participation> HandOverAsync(
        MatchingDb db, Swap swap, ShiftAllocation shift, Domain.Application to, ShiftPlaces places, DateTimeOffset now, CancellationToken stop)
    {
        var from = await db.Participations.SingleAsync(row => row.Id == swap.ParticipationId, stop);
        from.Cancel(now);
        db.Publish(from.Recorded(), from.Id);
        db.Publish(swap.Taken(), swap.Id);
        if (await places.WaitOfAsync(to.VolunteerId, shift.ShiftId, stop) is { } wait)
        {
            var held = wait.HoldsPlace;
            wait.Settle();
            if (held) { await places.PassOnAsync(shift, wait.Places, stop); }
        }

        return places.Plan(to, shift);
    }
}
