using Benevolat.Index.Search;
using Benevolat.Index.Tests.Reference;
using FsCheck.Xunit;

namespace Benevolat.Index.Tests.Properties;

/// <summary>Whatever happens and whatever is asked: the same answer to the last bit. A failure prints its seed for Replay.</summary>
public sealed class The_engine_equals_the_reference
{
    [Property(Arbitrary = [typeof(SmallScenario)], MaxTest = 200)]
    public void After_each_step_of_any_life(Scenario scenario)
    {
        var seen = Live(scenario, (reference, engine) =>
        {
            AskAll(scenario.Queries, reference, engine);
            var known = reference.Live.Select(document => document.Mission.Id);
            foreach (var id in known.Append(Guid.AllBitsSet)) { Same.FindSimilar(reference, engine, id, limit: 3); }
        });
        Assert.All(seen, moment => AskAll(scenario.Queries, moment.Reference, moment.Engine)); // a snapshot never changes
    }

    [Property(Arbitrary = [typeof(LargeScenario)], MaxTest = 20)]
    public void With_many_missions(Scenario scenario) => Live(scenario, (reference, engine) =>
    {
        AskAll(scenario.Queries, reference, engine);
        foreach (var document in reference.Live.Take(3)) { Same.FindSimilar(reference, engine, document.Mission.Id, limit: 20); }
    });

    [Property(Arbitrary = [typeof(SmallScenario)], MaxTest = 100)]
    public void Pages_by_cursor_make_up_the_whole(Scenario scenario)
    {
        var (_, engine) = Live(scenario, (_, _) => { })[^1];
        foreach (var query in scenario.Queries)
        {
            var whole = engine.Find(query with { Limit = int.MaxValue, After = null });
            Assert.False(whole.More);
            Assert.Equal(whole.Total, whole.Hits.Count);
            for (var size = 1; size <= 4; size++)
            {
                var pages = Pages(engine, query with { Limit = size }, whole);
                Same.Equal(Show.Answer(whole.Hits), Show.Answer(pages), $"Pages of {size}, {Show.Query(query)}");
            }
        }
    }

    private static List<MissionHit> Pages(MissionSnapshot engine, MissionQuery query, MissionHits whole)
    {
        var hits = new List<MissionHit>();
        MissionHits page;
        do
        {
            page = engine.Find(query with { After = hits.Count == 0 ? null : new(hits[^1].Key, hits[^1].Id) });
            hits.AddRange(page.Hits);
            Assert.Equal(whole.Total, page.Total);
            Assert.Equal(hits.Count < whole.Total, page.More);
            Assert.True(page.Hits.Count > 0 || !page.More, "A page without hits that says there are more.");
        }
        while (page.More);
        return hits;
    }

    private static void AskAll(IReadOnlyList<MissionQuery> queries, ReferenceSnapshot reference, MissionSnapshot engine)
    {
        foreach (var query in queries)
        {
            Same.Find(reference, engine, query);
            Same.Map(reference, engine, query);
        }
    }

    private static List<(ReferenceSnapshot Reference, MissionSnapshot Engine)> Live(
        Scenario scenario, Action<ReferenceSnapshot, MissionSnapshot> look)
    {
        var both = new Both(scenario.Synonyms);
        var seen = new List<(ReferenceSnapshot Reference, MissionSnapshot Engine)>();
        foreach (var step in scenario.Steps)
        {
            both.Take(step);
            var moment = (both.Reference.Current, both.Engine.Current);
            Assert.Equal(moment.Item1.Count, moment.Item2.Count);
            Assert.True(seen.Count == 0 || seen[^1].Engine.Number < moment.Item2.Number, "The number of the snapshot did not grow.");
            seen.Add(moment);
            look(both.Reference.Current, both.Engine.Current);
        }

        return seen;
    }
}
