using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Expiry;

/// <summary>
/// Closes missions whose time is over and warns those who manage them a week before. Every replica does; they share the work by skipping
/// each other's locked rows, and the change is committed with its event: each is told once.
/// </summary>
internal sealed class ExpiryClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiryClock> log) : RowClock(scopes, log)
{
    private const int Batch = 100;

    /// <summary>Dates change once a day, but tests and late starts shouldn't wait for it.</summary>
    protected override TimeSpan Poll => TimeSpan.FromSeconds(2);

    /// <summary>One batch in one transaction.</summary>
    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var db = scope.GetRequiredService<MissionsDb>();
        var now = clock.GetStoredNow();
        var (today, soon) = (ParisTime.DateOf(now), ParisTime.DateOf(now).AddDays(Mission.WarningDays));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.Missions
            .FromSql($"""
                SELECT * FROM missions
                WHERE state IN ('published', 'paused')
                  AND (expires_on < {today} OR (expires_on <= {soon} AND warned_of IS DISTINCT FROM expires_on))
                ORDER BY expires_on LIMIT {Batch} FOR UPDATE SKIP LOCKED
                """)
            .ToListAsync(stop);
        foreach (var mission in due) { Look(db, mission, now); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return due.Count == Batch;
    }

    private static void Look(MissionsDb db, Mission mission, DateTimeOffset now)
    {
        var before = mission.State;
        if (mission.Expire(now)) { db.Tell(mission, before, now); }
        else if (mission.Warn(now))
        {
            db.Publish(new MissionExpiring(mission.Id, mission.Version, mission.OrganisationId, mission.ExpiresOn!.Value, now), mission.Id);
        }
    }
}
