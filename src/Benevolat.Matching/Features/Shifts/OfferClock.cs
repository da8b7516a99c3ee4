using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>Places that nobody took in time go to the next in line.</summary>
internal sealed class OfferClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OfferClock> log) : RowClock(scopes, log)
{
    private const int Batch = 20;

    /// <summary>Shift by shift, since everything about a shift happens under its lock.</summary>
    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var (db, now) = (scope.GetRequiredService<MatchingDb>(), clock.GetStoredNow());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var shifts = await db.Shifts
            .FromSql($"""
                SELECT * FROM shift_allocations AS shift
                WHERE EXISTS (SELECT FROM shift_waits AS wait WHERE wait.shift_id = shift.shift_id AND wait.state = 'Offered' AND wait.expires_at <= {now})
                ORDER BY shift_id LIMIT {Batch} FOR UPDATE SKIP LOCKED
                """)
            .ToListAsync(stop);
        var places = scope.GetRequiredService<ShiftPlaces>();
        foreach (var shift in shifts) { await LapseAsync(db, places, shift, now, stop); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return shifts.Count == Batch;
    }

    private static async Task LapseAsync(MatchingDb db, ShiftPlaces places, ShiftAllocation shift, DateTimeOffset now, CancellationToken stop)
    {
        var over = await db.ShiftWaits
            .Where(wait => wait.ShiftId == shift.ShiftId && wait.State == ShiftWaitState.Offered && wait.ExpiresAt <= now)
            .OrderBy(wait => wait.Number).ToListAsync(stop);
        if (over.Count == 0) { return; }
        foreach (var wait in over) { places.Lapse(wait, refused: false); }
        await places.PassOnAsync(shift, over.Sum(wait => wait.Places), stop);
    }
}
