using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Engines;

/// <summary>Something that finds missions. All get the same missions and the same questions, and answer on the calling thread.</summary>
internal interface ISearchEngine : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Takes all missions of the corpus in, from nothing to the first question.</summary>
    Task<Footprint> LoadAsync(MissionCorpus corpus, CancellationToken stop);

    /// <summary>Words that must all be there, within the radius, with the filters; best first, at most <c>Limit</c>, facets if asked for.</summary>
    Answer Search(MissionQuery query);

    /// <summary>Takes changes in; what is asked after it has returned sees them.</summary>
    void Update(IReadOnlyList<MissionChange> changes);

    /// <summary>CPU time used so far in other processes than this one.</summary>
    TimeSpan CpuElsewhere { get; }
}

/// <param name="Ids">The page.</param>
/// <param name="Total">How many fit; null where nobody counted them.</param>
/// <param name="Facets">Counts over all that fits, each facet without its own filter; empty unless asked for.</param>
internal sealed record Answer(IReadOnlyList<Guid> Ids, int? Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets)
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> NoFacets = new Dictionary<string, IReadOnlyList<FacetCount>>();
}

/// <summary>What it took to get ready, and what it takes to stay so.</summary>
/// <param name="Build">The making of the missions left out.</param>
/// <param name="Bytes">Memory where the engine works in memory, else the files that it reads.</param>
internal sealed record Footprint(TimeSpan Build, long Bytes, string What);
