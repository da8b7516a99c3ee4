using Benevolat.Index.Search;
using Benevolat.Index.Tests.Reference;
using FsCheck;
using FsCheck.Fluent;

namespace Benevolat.Index.Tests.Properties;

/// <summary>A property proves nothing about what its random values never touch. So: do they?</summary>
public sealed class Random_questions_reach_every_rule
{
    private static readonly Lazy<List<(MissionQuery Query, MissionHits Hits)>> Asked = new(() =>
    [
        .. from scenario in SmallScenario.Any().Generator.Sample(300, new Rnd(2026), 50)
           let reference = Last(scenario)
           from query in scenario.Queries
           select (query, reference.Find(query with { Limit = 1000 })),
    ]);

    [Fact]
    public void Most_find_something() => Often(0.4, (_, hits) => hits.Total > 0);

    [Fact]
    public void Many_find_several() => Often(0.15, (_, hits) => hits.Total > 2);

    [Fact]
    public void Some_words_are_corrected() => Often(0.03, (_, hits) => hits.Understanding.Corrected.Count > 0 && hits.Total > 0);

    [Fact]
    public void Some_words_are_completed() =>
        Often(0.01, (_, hits) => hits.Total > 0 && hits.Understanding.Words.Any(word => word.Alternatives[0].Weight < 0.9f));

    [Fact]
    public void Some_words_are_dropped() => Often(0.05, (_, hits) => hits.Understanding.Dropped.Count > 0 && hits.Total > 0);

    [Fact]
    public void Some_phrases_are_found() =>
        Often(0.005, (_, hits) => hits.Total > 0 && hits.Understanding.Words.Any(word => word.Alternatives[0].IsPhrase));

    [Fact]
    public void Some_synonyms_count() =>
        Often(0.02, (_, hits) => hits.Total > 0 && hits.Understanding.Words.Any(word => word.Alternatives.Count > 1));

    [Fact]
    public void Some_questions_are_too_long() =>
        Often(0.003, (_, hits) => hits.Understanding.Words.Count + hits.Understanding.Dropped.Count > 12);

    [Fact]
    public void Some_keys_tie() =>
        Often(0.05, (_, hits) => hits.Hits.Zip(hits.Hits.Skip(1)).Any(pair => pair.First.Key.Equals(pair.Second.Key)));

    [Fact]
    public void Some_are_found_nowhere_while_a_place_is_asked_for() =>
        Often(0.01, (query, hits) => (query.Box is not null || query.RadiusKm is not null) && hits.Hits.Any(hit => hit.Place == -1));

    [Fact]
    public void Some_are_found_at_a_later_place() => Often(0.05, (_, hits) => hits.Hits.Any(hit => hit.Place > 0));

    [Fact]
    public void Some_facets_count_what_their_filter_leaves_out() =>
        Often(0.03, (query, hits) => query.WithFacets && query.Domains.Count > 0
            && hits.Facets["domain"].Any(count => !query.Domains.Contains(count.Value)));

    private static void Often(double share, Func<MissionQuery, MissionHits, bool> isSo)
    {
        var found = Asked.Value.Count(asked => isSo(asked.Query, asked.Hits)) / (double)Asked.Value.Count;
        Assert.True(found >= share, $"Only {found:P1} of the random questions, not {share:P1}.");
    }

    private static ReferenceSnapshot Last(Scenario scenario)
    {
        var index = new ReferenceIndex(scenario.Synonyms);
        foreach (var step in scenario.Steps)
        {
            if (step.Kind == StepKind.Build) { index.Build(step.Documents); }
            else if (step.Kind == StepKind.Apply) { index.Apply(step.Changes); }
            else { index.Merge(); }
        }

        return index.Current;
    }
}
