using System.Diagnostics;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Measuring;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Engines;

/// <summary>Benevolat.Index, as the Missions service uses it. Counts two facets more than the others: activities and audiences.</summary>
internal sealed class OurIndex : ISearchEngine
{
    private MissionIndex _index = new();

    public string Name => "Benevolat.Index";

    public TimeSpan CpuElsewhere => TimeSpan.Zero;

    /// <summary>For what only this engine is asked: merges.</summary>
    public MissionIndex Index => _index;

    public Task<Footprint> LoadAsync(MissionCorpus corpus, CancellationToken stop)
    {
        _index = new MissionIndex();
        var before = Memory.Managed();
        var making = CorpusCost.Of(corpus);
        var clock = Stopwatch.StartNew();
        _index.Build(corpus.Missions());
        var build = clock.Elapsed - making;
        var bytes = Memory.Managed() - before;
        return Task.FromResult(new Footprint(build, bytes, $"managed heap; its arrays alone {_index.Current.Bytes / 1e6:N0} MB"));
    }

    public Answer Search(MissionQuery query)
    {
        var found = _index.Current.Find(query);
        var ids = new Guid[found.Hits.Count];
        for (var i = 0; i < ids.Length; i++) { ids[i] = found.Hits[i].Id; }
        return new Answer(ids, found.Total, found.Facets);
    }

    /// <summary>What was made of the words: an engine that corrects and drops words finds more than one that doesn't.</summary>
    public Understanding Understand(MissionQuery query) => _index.Current.Find(query).Understanding;

    public void Update(IReadOnlyList<MissionChange> changes) => _index.Apply(changes);

    public ValueTask DisposeAsync()
    {
        _index = new MissionIndex();
        return ValueTask.CompletedTask;
    }
}
