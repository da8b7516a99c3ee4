using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Presence;

/// <summary>The evening before, both sides are reminded: once, and not of what has begun meanwhile.</summary>
internal sealed class ReminderClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReminderClock> log) : RowClock(scopes, log)
{
    private const int Batch = 100;

    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var (db, now) = (scope.GetRequiredService<MatchingDb>(), clock.GetStoredNow());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.Participations
            .FromSql($"SELECT * FROM participations WHERE remind_at <= {now} ORDER BY remind_at LIMIT {Batch} FOR UPDATE SKIP LOCKED")
            .ToListAsync(stop);
        var applications = due.ConvertAll(participation => participation.ApplicationId);
        var welcomers = await db.Applications.AsNoTracking().Where(application => applications.Contains(application.Id))
            .ToDictionaryAsync(application => application.Id, application => application.WelcomerId, stop);
        foreach (var participation in due) { Remind(db, participation, welcomers[participation.ApplicationId], now); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return due.Count == Batch;
    }

    private static void Remind(MatchingDb db, Participation participation, Guid? welcomer, DateTimeOffset now)
    {
        participation.Reminded();
        if (!participation.HasBegun(now)) { db.Publish(participation.Near(welcomer, now), participation.Id); }
    }
}
