using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Data;

/// <summary>
/// Everything about a shift (places, line, swaps, who comes) happens under its row's lock. Order where several are taken: the person's own
/// application, then the person, then shifts by id. Nobody takes somebody else's application while holding a shift.
/// </summary>
internal static class ShiftLocks
{
    public static Task<ShiftAllocation?> ShiftForUpdateAsync(this MatchingDb db, Guid shiftId, CancellationToken stop) =>
        db.Shifts.FromSql($"SELECT * FROM shift_allocations WHERE shift_id = {shiftId} FOR UPDATE").SingleOrDefaultAsync(stop);

    public static Task<List<ShiftAllocation>> ShiftsForUpdateAsync(this MatchingDb db, Guid[] shiftIds, CancellationToken stop) =>
        db.Shifts.FromSql($"SELECT * FROM shift_allocations WHERE shift_id = ANY({shiftIds}) ORDER BY shift_id FOR UPDATE").ToListAsync(stop);

    public static Task<List<ShiftAllocation>> ShiftsOfForUpdateAsync(this MatchingDb db, Guid missionId, CancellationToken stop) =>
        db.Shifts.FromSql($"SELECT * FROM shift_allocations WHERE mission_id = {missionId} ORDER BY shift_id FOR UPDATE").ToListAsync(stop);

    /// <summary>The volunteer's accepted application for a mission, which can't be withdrawn meanwhile; null when there is none.</summary>
    public static Task<Application?> AcceptedForUpdateAsync(this MatchingDb db, Guid missionId, Guid volunteerId, CancellationToken stop) =>
        db.Applications
            .FromSql($"SELECT * FROM applications WHERE mission_id = {missionId} AND volunteer_id = {volunteerId} AND state = 'Accepted' FOR UPDATE")
            .SingleOrDefaultAsync(stop);

    /// <summary>The same by the application's id.</summary>
    public static Task<Application?> AcceptedForUpdateAsync(this MatchingDb db, Guid applicationId, CancellationToken stop) =>
        db.Applications
            .FromSql($"SELECT * FROM applications WHERE id = {applicationId} AND state = 'Accepted' FOR UPDATE")
            .SingleOrDefaultAsync(stop);
}
