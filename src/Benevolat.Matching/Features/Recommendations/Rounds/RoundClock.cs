using Benevolat.Contracts.Matching;
using Benevolat.Index.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Recommendations.Indexing;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations.Rounds;

/// <summary>
/// Every morning, tells each volunteer of the missions published since the last time that suit them well, each mission once. Replicas share
/// the volunteers by skipping each other's locked rows.
/// </summary>
internal sealed class RoundClock(IServiceScopeFactory scopes, MatchIndex index, TimeProvider clock, ILogger<RoundClock> log) : RowClock(scopes, log)
{
    private const int Batch = 200;

    /// <summary>Of so many candidates, the new ones are told…</summary>
    private const int Considered = 100;

    /// <summary>…that suit at least so well, in 1/10,000…</summary>
    private const int WellEnough = 4_500;

    /// <summary>…and so many of them by name.</summary>
    private const int Named = 10;

    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        if (!index.IsBuilt) { return false; }

        var (db, now) = (scope.GetRequiredService<MatchingDb>(), clock.GetStoredNow());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.Volunteers
            .FromSql($"SELECT * FROM volunteers WHERE matches_due_at <= {now} ORDER BY matches_due_at LIMIT {Batch} FOR UPDATE SKIP LOCKED")
            .ToListAsync(stop);
        if (due.Count == 0) { return false; }

        var matchmaker = scope.GetRequiredService<Matchmaker>();
        var questions = new List<BatchQuestion>(due.Count);
        foreach (var volunteer in due)
        {
            var (who, ask) = await matchmaker.QuestionAsync(volunteer, Considered, stop);
            questions.Add(new(who, ask));
        }

        var best = MatchBatch.Best(index.Missions.Current, questions, Environment.ProcessorCount, stop);
        for (var number = 0; number < due.Count; number++) { await TellAsync(db, due[number], best[number], now, stop); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static async Task TellAsync(MatchingDb db, Volunteer volunteer, IReadOnlyList<BatchHit> best, DateTimeOffset now, CancellationToken stop)
    {
        var (since, ids) = (volunteer.MatchesSince, best.Where(hit => hit.Score >= WellEnough).Select(hit => hit.Id).ToList());
        var round = volunteer.BeginRound(now);
        if (ids.Count == 0) { return; }

        var fresh = (await db.Missions
            .Where(mission => ids.Contains(mission.Id) && mission.State == MissionState.Open && mission.PublishedAt > since
                && !db.ToldMatches.Any(told => told.VolunteerId == volunteer.Id && told.MissionId == mission.Id))
            .Select(mission => mission.Id).ToListAsync(stop)).ToHashSet();
        if (fresh.Count == 0) { return; }

        db.AddRange(fresh.Select(mission => new ToldMatch { VolunteerId = volunteer.Id, MissionId = mission, At = now }));
        db.Publish(new MatchesFound(volunteer.Id, round, [.. ids.Where(fresh.Contains).Take(Named)], fresh.Count, now), volunteer.Id);
    }
}
