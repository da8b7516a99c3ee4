using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Organisations;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Promises;

/// <summary>
/// Keeps the promise of an answer where the organisation doesn't: reminds, hands over to a person, proposes other missions, and ends what
/// nobody is going to answer. Replicas share the work by skipping each other's locked rows; a step is committed with its event.
/// </summary>
internal sealed class PromiseClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PromiseClock> log) : RowClock(scopes, log)
{
    private const int Batch = 50;

    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var db = scope.GetRequiredService<MatchingDb>();
        var now = clock.GetStoredNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.Applications
            .FromSql($"SELECT * FROM applications WHERE next_step_at <= {now} ORDER BY next_step_at LIMIT {Batch} FOR UPDATE SKIP LOCKED")
            .ToListAsync(stop);
        if (due.Count == 0) { return false; }

        foreach (var application in due) { await StepAsync(db, scope.GetRequiredService<Alternatives>(), application, now, stop); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static async Task StepAsync(MatchingDb db, Alternatives alternatives, Application application, DateTimeOffset now, CancellationToken stop)
    {
        switch (application.TakeStep(now))
        {
            case PromiseStep.Reminded:
                db.Publish(application.DueSoon(now), application.Id);
                break;
            case PromiseStep.Overdue:
                db.Publish(application.Overdue(now), application.Id);
                db.ReckonSoon(application.OrganisationId);
                break;
            case PromiseStep.HandedOver:
                var network = await db.Missions.Where(mission => mission.Id == application.MissionId).Select(mission => mission.NetworkId).SingleAsync(stop);
                db.Publish(application.HandedOver(network, now), application.Id);
                break;
            case PromiseStep.AlternativesProposed:
                await alternatives.ProposeAsync(application, AlternativesCause.NoAnswer, now, stop);
                break;
            case PromiseStep.Over:
                db.Publish(application.Expired(), application.Id);
                break;
        }
    }
}
