using System.Collections.Concurrent;
using Benevolat.Index.Search;
using Benevolat.Index.Tests.Reference;
using FsCheck;
using FsCheck.Fluent;

namespace Benevolat.Index.Tests.Properties;

/// <summary>Readers at work while missions come, change, go and are merged: each answer is that of one moment, whole.</summary>
public sealed class Readers_never_wait
{
    private const int Readers = 4;

    private sealed record Life(MissionDocument[] Missions, Step[] Steps, MissionQuery[] Queries);

    private sealed record Heard(long Number, int Query, string Answer);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_readers_find_while_one_writes_is_what_the_reference_finds_at_that_number(int seed)
    {
        var life = Any(seed);
        var both = Both.Of(life.Missions.DistinctBy(mission => mission.Id));
        var moments = new Dictionary<long, ReferenceSnapshot> { [both.Engine.Current.Number] = both.Reference.Current };
        var heard = new ConcurrentDictionary<Heard, int>();
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers)
            .Select(reader => OnItsOwnThread(() => Read(both.Engine, life.Queries, reader, heard, end.Token))).ToList();
        try
        {
            foreach (var step in life.Steps)
            {
                both.Take(step);
                var number = both.Engine.Current.Number;
                moments.Add(number, both.Reference.Current);
                SpinWait.SpinUntil(
                    () => heard.Keys.Any(answer => answer.Number == number) || readers.Any(reader => reader.IsFaulted),
                    TimeSpan.FromSeconds(10));
            }
        }
        finally
        {
            await end.CancelAsync();
        }

        await Task.WhenAll(readers);
        var seen = heard.Keys.Select(answer => answer.Number).Distinct().Count();
        Assert.True(seen > life.Steps.Length / 2, $"The readers saw {seen} moments of {life.Steps.Length}: too few to prove anything.");
        Assert.All(heard.Keys, answer =>
        {
            var query = life.Queries[answer.Query];
            Same.Equal(Show.Answer(moments[answer.Number].Find(query)), answer.Answer, $"At {answer.Number}: {Show.Query(query)}");
        });
    }

    /// <summary>Which missions there are doesn't hang on when a merge takes its statistics, so that is compared at every step.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Merges_beside_changes_lose_nothing_and_bring_nothing_back(int seed)
    {
        var life = Any(seed);
        var both = Both.Of(life.Missions.DistinctBy(mission => mission.Id));
        var wordless = life.Queries.Select(query => query with { Text = null, Sort = MissionSort.Newest }).ToArray();
        using var end = new CancellationTokenSource();
        var merges = 0;
        var merging = OnItsOwnThread(() =>
        {
            while (!end.IsCancellationRequested)
            {
                both.Engine.Merge(CancellationToken.None);
                Interlocked.Increment(ref merges);
            }
        });
        try
        {
            foreach (var step in life.Steps.Where(step => step.Kind == StepKind.Apply))
            {
                var before = Volatile.Read(ref merges);
                foreach (var change in step.Changes) { both.Apply(change); }   // in quick succession, so that some meet in one merge
                foreach (var query in wordless) { Same.Find(both.Reference.Current, both.Engine.Current, query); }
                if (merging.IsFaulted) { break; }
                SpinWait.SpinUntil(() => Volatile.Read(ref merges) > before, TimeSpan.FromMilliseconds(50));
            }

            SpinWait.SpinUntil(() => Volatile.Read(ref merges) > 1 || merging.IsCompleted, TimeSpan.FromSeconds(30));
        }
        finally
        {
            await end.CancelAsync();
        }

        await merging;
        Assert.True(merges > 1, "No merge ran beside the changes.");
        both.Merge();
        foreach (var query in life.Queries) { both.Find(query); }
    }

    private static void Read(
        MissionIndex engine, MissionQuery[] queries, int seed, ConcurrentDictionary<Heard, int> heard, CancellationToken end)
    {
        var random = new Random(seed);
        while (!end.IsCancellationRequested)
        {
            var snapshot = engine.Current;
            var query = random.Next(queries.Length);
            heard.TryAdd(new(snapshot.Number, query, Show.Answer(snapshot.Find(queries[query]))), 0);
        }
    }

    private static Task OnItsOwnThread(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Life Any(int seed)
    {
        var ids = AnyMission.Ids(400);
        var generator =
            from vocabulary in Words.Vocabulary
            let missions = AnyMission.Of(Gen.Elements(ids), vocabulary)
            from first in missions.ArrayOf(300)
            from steps in Gen.Frequency((5, AnyStep.Apply(missions, ids, 40)), (1, Gen.Constant(AnyStep.Merge))).ArrayOf(60)
            from queries in AnyQuery.Of(Gen.Elements(ids), vocabulary).ArrayOf(12)
            select new Life(first, steps, queries);
        return generator.Sample(1, new Rnd((ulong)seed), 50).Single();
    }
}
