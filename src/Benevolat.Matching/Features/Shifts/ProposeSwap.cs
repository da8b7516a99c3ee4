using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
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

/// <summary>A volunteer can't come and asks the mission's others to take their shift over.</summary>
public static class ProposeSwap
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/participations/{id:guid}/swap", HandleAsync)
        .Idempotent<MatchingDb>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ProposeSwap))
        .WithSummary("Offer my shift for a swap")
        .WithDescription("By the volunteer who is expected. The mission's other accepted volunteers who are free then are told; the first to accept has the shift, and until "
            + "then it stays the caller's. Cancelling the participation ends the swap. 409 `swap.exists`, `shift.over` or `participation.transition`.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<SwapResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        if (await db.ParticipationForUpdateAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireVolunteer();
        var now = clock.GetStoredNow();
        ShiftRules.Over.Require(seen.Shift?.IsToCome(now) == true);

        var (participation, shift) = (seen.Participation, seen.Shift!);
        var swap = Swap.Propose(Guid.CreateVersion7(now), participation, shift, now);
        participation.OfferSwap(swap.Id, now);
        db.Add(swap);
        db.Publish(swap.Proposed(await WhoMayTakeItAsync(db, shift, stop)), swap.Id);
        await db.SaveChangesAsync(stop);
        if (own is not null) { await own.CommitAsync(stop); }
        return TypedResults.Created($"/api/v1/missions/{swap.MissionId}/swaps", SwapResponse.Of(swap));
    }

    /// <summary>Everybody who was accepted, but those who are in the shift already or somewhere else at that time.</summary>
    private static async Task<List<Guid>> WhoMayTakeItAsync(MatchingDb db, ShiftAllocation shift, CancellationToken stop)
    {
        var accepted = db.Applications.Where(row => row.MissionId == shift.MissionId && row.State == ApplicationState.Accepted).Select(row => row.VolunteerId);
        var (all, busy) = (await accepted.ToListAsync(stop), await BusyAsync(db.Participations.Where(row => accepted.Contains(row.VolunteerId)), shift, stop));
        return [.. all.Except(busy).Order()];
    }

    private static async Task<List<Guid>> BusyAsync(IQueryable<Participation> theirs, ShiftAllocation shift, CancellationToken stop)
    {
        var live = await theirs
            .Where(row => row.State == ParticipationState.Planned && row.EndsAt > shift.StartsAt)
            .Select(row => new { row.VolunteerId, row.StartsAt, row.EndsAt }).ToListAsync(stop);
        return [.. live.Where(row => new Slot(row.StartsAt!.Value, row.EndsAt!.Value).Clashes(shift.Slot)).Select(row => row.VolunteerId)];
    }
}
