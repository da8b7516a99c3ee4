using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Organisations;

/// <summary>Counts again how an organisation answers, soon after it did or its time was over.</summary>
internal sealed class ReckoningClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReckoningClock> log) : RowClock(scopes, log)
{
    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var db = scope.GetRequiredService<MatchingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.ReckoningsDue.FromSql($"SELECT * FROM reckonings_due ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED").AsNoTracking().ToListAsync(stop);
        if (due is not [var first]) { return false; }

        // Before counting: what an answer adds meanwhile is counted next time.
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM reckonings_due WHERE id IN (
              SELECT id FROM reckonings_due WHERE organisation_id = {first.OrganisationId} FOR UPDATE SKIP LOCKED)
            """, stop);
        await ReckonAsync(db, first.OrganisationId, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private async Task ReckonAsync(MatchingDb db, Guid id, CancellationToken stop)
    {
        var organisation = await db.OrganisationForUpdateAsync(id, stop);
        var now = clock.GetStoredNow();
        var last = await db.Applications.AsNoTracking()
            .Where(application => application.OrganisationId == id && (application.AnsweredAt != null || application.PromiseStep == PromiseStep.Overdue
                || application.HandedOverAt != null || application.State == ApplicationState.Expired))
            .OrderByDescending(application => application.SubmittedAt).ThenByDescending(application => application.Id)
            .Take(Responsiveness.MostCounted)
            .Select(application => new { application.SubmittedAt, application.AnsweredAt })
            .ToListAsync(stop);
        var responsiveness = Responsiveness.Of([.. last.Select(application => (application.SubmittedAt, application.AnsweredAt))]);
        if (!organisation.Reckon(responsiveness)) { return; }

        db.Publish(new OrganisationResponsivenessChanged(
            id, organisation.ResponsivenessVersion, responsiveness.Answered, responsiveness.Asked, responsiveness.MedianAnswerHours, now), id);
    }
}

internal static class Reckonings
{
    /// <summary>In the transaction of whatever changes how the organisation answers.</summary>
    public static void ReckonSoon(this MatchingDb db, Guid organisation) => db.Add(ReckoningDue.Of(organisation));
}
