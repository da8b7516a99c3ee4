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

        var questions = await scope.GetRequiredService<Matchmaker>().QuestionsAsync(due, Considered, stop);
        var best = MatchBatch.Best(index.Missions.Current, [.. questions.Select(question => new BatchQuestion(question.Who, question.Ask))], Environment.ProcessorCount, stop);
        await TellAsync(db, [.. due.Zip(best, (volunteer, hits) => (volunteer, hits.Where(hit => hit.Score >= WellEnough).Select(hit => hit.Id).ToList()))], now, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static async Task TellAsync(MatchingDb db, List<(Volunteer Volunteer, List<Guid> Missions)> found, DateTimeOffset now, CancellationToken stop)
    {
        var (volunteers, missions) = (found.ConvertAll(one => one.Volunteer.Id), found.SelectMany(one => one.Missions).Distinct().ToList());
        var published = await db.Missions.Where(mission => missions.Contains(mission.Id) && mission.State == MissionState.Open && mission.PublishedAt != null)
            .Select(mission => new { mission.Id, mission.PublishedAt }).ToDictionaryAsync(mission => mission.Id, mission => mission.PublishedAt, stop);
        var told = (await db.ToldMatches.Where(one => volunteers.Contains(one.VolunteerId) && missions.Contains(one.MissionId))
            .Select(one => new { one.VolunteerId, one.MissionId }).ToListAsync(stop)).Select(one => (one.VolunteerId, one.MissionId)).ToHashSet();
        foreach (var (volunteer, suiting) in found)
        {
            var (since, round) = (volunteer.MatchesSince, volunteer.BeginRound(now));
            var fresh = suiting.FindAll(mission => published.GetValueOrDefault(mission) > since && !told.Contains((volunteer.Id, mission)));
            if (fresh.Count == 0) { continue; }

            db.AddRange(fresh.Select(mission => new ToldMatch { VolunteerId = volunteer.Id, MissionId = mission, At = now }));
            db.Publish(new MatchesFound(volunteer.Id, round, [.. fresh.Take(Named)], fresh.Count, now), volunteer.Id);
        }
    }
}
