using Benevolat.Matching.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Data;

/// <summary>Locks that end with the transaction, so that none outlives a crash. Order where several are taken: aggregate, then allocation, then applications.</summary>
internal static class Locks
{
    /// <summary>Alone with one aggregate's copy, also while its row doesn't exist yet: two events of one mission never cross.</summary>
    public static Task AloneWithAsync(this MatchingDb db, Guid aggregate, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({aggregate.ToString()}, 0))", stop);

    /// <summary>The copy can't change until the transaction ends; others may read it so too.</summary>
    public static Task HoldStillAsync(this MatchingDb db, Guid aggregate, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended({aggregate.ToString()}, 0))", stop);

    /// <summary>The application can't change until the transaction ends. Only where the mission's places aren't locked afterwards.</summary>
    public static Task HoldApplicationAsync(this MatchingDb db, Guid id, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM applications WHERE id = {id} FOR UPDATE", stop);

    /// <summary>The places of a mission that has applications: there always are some, locked as below.</summary>
    public static async Task<PlaceAllocation> PlacesForUpdateAsync(this MatchingDb db, Guid missionId, CancellationToken stop) =>
        await db.AllocationForUpdateAsync(missionId, stop) ?? throw new InvalidOperationException("A mission with applications has no allocation.");

    /// <summary>The mission's places, locked: who comes second waits, and then sees what the first left.</summary>
    public static Task<PlaceAllocation?> AllocationForUpdateAsync(this MatchingDb db, Guid missionId, CancellationToken stop) =>
        db.Allocations.FromSql($"SELECT * FROM allocations WHERE mission_id = {missionId} FOR UPDATE").SingleOrDefaultAsync(stop);
}
