using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>Takes over what Missions and applications decide about shifts. Called by their handlers, within their transaction.</summary>
public sealed class ShiftCopies(MatchingDb db, ShiftPlaces places, TimeProvider clock)
{
    /// <summary>The mission was described: its shifts get their places. Who was expected at one that is gone is told so.</summary>
    public async Task DescribeAsync(Mission mission, CancellationToken stop)
    {
        var known = (await db.ShiftsOfForUpdateAsync(mission.Id, stop)).ToDictionary(shift => shift.ShiftId);
        foreach (var shift in (mission.Facts?.Shifts ?? []).DistinctBy(shift => shift.ShiftId))
        {
            if (!known.Remove(shift.ShiftId, out var allocation)) { db.Add(ShiftAllocation.Of(mission.Id, shift)); }
            else { await DescribeAsync(allocation, shift, stop); }
        }

        foreach (var gone in known.Values.Where(shift => !shift.Removed)) { await RemoveAsync(gone, stop); }
    }

    /// <summary>The mission doesn't take place: nobody is expected any more.</summary>
    public async Task CallOffAsync(Guid missionId, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop); // applications that ended with it are locked before shifts, as everywhere
        foreach (var shift in await db.ShiftsOfForUpdateAsync(missionId, stop)) { await RemoveAsync(shift, stop); }
    }

    /// <summary>An accepted volunteer is no longer with the mission: what they had signed up for is the others' now. What has begun stays.</summary>
    public async Task LeaveAsync(Application application, CancellationToken stop)
    {
        await db.HoldApplicationAsync(application.Id, stop);
        var now = clock.GetStoredNow();
        var shiftIds = await db.Participations.Where(row => row.ApplicationId == application.Id && row.State == ParticipationState.Planned).Select(row => row.ShiftId!.Value)
            .Union(db.ShiftWaits.Where(row => row.ApplicationId == application.Id && (row.State == ShiftWaitState.Waiting || row.State == ShiftWaitState.Offered)).Select(row => row.ShiftId))
            .ToArrayAsync(stop);
        foreach (var shift in (await db.ShiftsForUpdateAsync(shiftIds, stop)).Where(shift => shift.IsToCome(now)))
        {
            await LeaveAsync(application.VolunteerId, shift, stop);
        }
    }

    private async Task LeaveAsync(Guid volunteerId, ShiftAllocation shift, CancellationToken stop)
    {
        var freed = 0;
        if (await places.WaitOfAsync(volunteerId, shift.ShiftId, stop) is { } wait)
        {
            if (wait.HoldsPlace) { freed += wait.Places; }
            wait.Leave();
        }

        var planned = await db.Participations.SingleOrDefaultAsync(
            row => row.VolunteerId == volunteerId && row.ShiftId == shift.ShiftId && row.State == ParticipationState.Planned, stop);
        if (planned is not null)
        {
            await places.CancelAsync(planned, stop);
            freed += planned.Places;
        }

        if (freed > 0) { await places.PassOnAsync(shift, freed, stop); }
    }

    private async Task DescribeAsync(ShiftAllocation shift, ShiftFacts facts, CancellationToken stop)
    {
        var before = shift.Slot;
        if (!shift.Describe(facts)) { return; }
        if (shift.Slot != before)
        {
            foreach (var participation in await PlannedAsync(shift, stop))
            {
                participation.Reschedule(shift, clock.GetStoredNow());
                db.Publish(participation.Recorded(), participation.Id);
            }
        }

        await places.OfferLeftAsync(shift, stop);
    }

    private async Task RemoveAsync(ShiftAllocation shift, CancellationToken stop)
    {
        var isToCome = shift.IsToCome(clock.GetStoredNow());
        shift.Remove();
        if (!isToCome) { return; }

        foreach (var participation in await PlannedAsync(shift, stop))
        {
            await places.CancelAsync(participation, stop);
            shift.Release(participation.Places);
        }

        var line = await db.ShiftWaits
            .Where(wait => wait.ShiftId == shift.ShiftId && (wait.State == ShiftWaitState.Waiting || wait.State == ShiftWaitState.Offered)).ToListAsync(stop);
        foreach (var wait in line)
        {
            if (wait.HoldsPlace) { shift.Release(wait.Places); }
            wait.Leave();
        }
    }

    private Task<List<Participation>> PlannedAsync(ShiftAllocation shift, CancellationToken stop) =>
        db.Participations.Where(row => row.ShiftId == shift.ShiftId && row.State == ParticipationState.Planned).ToListAsync(stop);
}
