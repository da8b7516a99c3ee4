using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>What becomes of the places of shifts. Every method here is called under the lock of the shift's row.</summary>
public sealed class ShiftPlaces(MatchingDb db, OfferTerms terms, TimeProvider clock)
{
    /// <summary>Refuses a shift while one's own others, of any mission, are at the same time. The caller is alone with the volunteer.</summary>
    public async Task RequireNoClashAsync(Guid volunteerId, Slot slot, CancellationToken stop)
    {
        var own = await db.Participations
            .Where(other => other.VolunteerId == volunteerId && other.State == ParticipationState.Planned && other.EndsAt > slot.StartsAt)
            .Join(db.Missions, other => other.MissionId, mission => mission.Id, (other, mission) => new { other.StartsAt, other.EndsAt, mission.Title })
            .ToListAsync(stop);
        var clash = own.Find(other => new Slot(other.StartsAt!.Value, other.EndsAt!.Value).Clashes(slot));
        ShiftRules.Clash.Require(clash is null, ("title", clash?.Title ?? ""));
    }

    /// <summary>Whether they are expected, or were there.</summary>
    public Task<bool> HasPlaceAsync(Guid volunteerId, Guid shiftId, CancellationToken stop) => db.Participations.AnyAsync(
        other => other.VolunteerId == volunteerId && other.ShiftId == shiftId && other.State != ParticipationState.Cancelled, stop);

    /// <summary>Where they stand in the shift's line, if they do.</summary>
    public Task<ShiftWait?> WaitOfAsync(Guid volunteerId, Guid shiftId, CancellationToken stop) => db.ShiftWaits.SingleOrDefaultAsync(
        wait => wait.VolunteerId == volunteerId && wait.ShiftId == shiftId && (wait.State == ShiftWaitState.Waiting || wait.State == ShiftWaitState.Offered), stop);

    /// <summary>Somebody comes, on a place that was taken for them.</summary>
    public Participation Plan(Application application, ShiftAllocation shift)
    {
        var now = clock.GetStoredNow();
        var participation = Participation.Plan(Guid.CreateVersion7(now), application, shift, now);
        db.Add(participation);
        db.Publish(participation.Recorded(), participation.Id);
        application.ReconsiderFeedback(now);
        return participation;
    }

    /// <summary>Somebody doesn't come. Their place is free afterwards, see <see cref="PassOnAsync"/>; whoever was asked to take it over no longer is.</summary>
    public async Task CancelAsync(Participation participation, CancellationToken stop)
    {
        var now = clock.GetStoredNow();
        if (participation.SwapId is { } swapId && await db.Swaps.FindAsync([swapId], stop) is { } swap) { swap.Withdraw(now); }
        participation.Cancel(now);
        db.Publish(participation.Recorded(), participation.Id);
    }

    /// <summary>Places that came free are held for the first in line and offered to them; what nobody waits for is everybody's.</summary>
    public Task PassOnAsync(ShiftAllocation shift, int places, CancellationToken stop)
    {
        shift.Release(places);
        return OfferLeftAsync(shift, stop);
    }

    /// <summary>
    /// What is left goes to the first in line for whom it suffices: a group doesn't hold up those behind it, nor does somebody who promised to be
    /// elsewhere then. Both keep their place in line.
    /// </summary>
    public async Task OfferLeftAsync(ShiftAllocation shift, CancellationToken stop)
    {
        var now = clock.GetStoredNow();
        if (shift.Left == 0 || !shift.IsToCome(now) || terms.ExpiresAt(now, shift.StartsAt) is not { } until) { return; }

        // What this transaction changed before must be seen by the query: who just left isn't in line any more.
        await db.SaveChangesAsync(stop);
        var left = shift.Left;
        var line = await db.ShiftWaits
            .Where(wait => wait.ShiftId == shift.ShiftId && wait.State == ShiftWaitState.Waiting && wait.Places <= left
                && !db.Participations.Any(other => other.VolunteerId == wait.VolunteerId && other.State == ParticipationState.Planned
                    && other.StartsAt < shift.EndsAt && other.EndsAt > shift.StartsAt))
            .OrderBy(wait => wait.Number).Take(left).ToListAsync(stop);
        foreach (var wait in line.Where(wait => wait.Places <= shift.Left))
        {
            wait.Offer(until);
            shift.Take(wait.Places);
            db.Publish(wait.Offered(now), wait.ApplicationId);
        }
    }

    /// <summary>Nobody takes the place: it goes on, as does an offer that ran out.</summary>
    public void Lapse(ShiftWait wait, bool refused)
    {
        if (refused) { wait.Refuse(); }
        else { wait.Lapse(); }
        db.Publish(wait.Lapsed(clock.GetStoredNow()), wait.ApplicationId);
    }
}
