using Benevolat.Matching.Data;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Waiting;

/// <summary>Lets offers lapse. Every replica does; whoever is second at a mission waits for its lock and finds nothing left to do.</summary>
internal sealed class LineClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LineClock> log) : RowClock(scopes, log)
{
    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var db = scope.GetRequiredService<MatchingDb>();
        var now = clock.GetStoredNow();
        // Without a lock: the order of locks is places first, applications second.
        var due = await db.Applications.AsNoTracking().Where(application => application.OfferExpiresAt <= now)
            .OrderBy(application => application.OfferExpiresAt).Select(application => (Guid?)application.MissionId).FirstOrDefaultAsync(stop);
        if (due is not { } missionId) { return false; }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var mission = await db.Missions.SingleAsync(row => row.Id == missionId, stop);
        await scope.GetRequiredService<WaitingLine>().LapseAsync(mission, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }
}
