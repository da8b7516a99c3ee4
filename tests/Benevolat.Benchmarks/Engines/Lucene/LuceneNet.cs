using System.Diagnostics;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Benevolat.Benchmarks.Engines.Lucene;

/// <summary>Lucene.Net over memory-mapped files, one segment after loading. Place: a box by numeric ranges, then the exact distance.</summary>
internal sealed class LuceneNet(string folder) : ISearchEngine
{
    private readonly FrenchWords _analyzer = new();
    private MMapDirectory? _directory;
    private IndexWriter? _writer;
    private SearcherManager? _searchers;

    public string Name => "Lucene.Net";

    public TimeSpan CpuElsewhere => TimeSpan.Zero;

    private SearcherManager Searchers => _searchers ?? throw new InvalidOperationException($"{Name} isn't loaded.");

    public Task<Footprint> LoadAsync(MissionCorpus corpus, CancellationToken stop)
    {
        var making = CorpusCost.Of(corpus);
        var clock = Stopwatch.StartNew();
        _directory = new MMapDirectory(folder);
        var options = new IndexWriterConfig(FrenchWords.Version, _analyzer) { OpenMode = OpenMode.CREATE, RAMBufferSizeMB = 256, Similarity = new BM25Similarity() };
        _writer = new IndexWriter(_directory, options);
        foreach (var mission in corpus.Missions())
        {
            stop.ThrowIfCancellationRequested();
            _writer.AddDocument(MissionFields.Of(mission));
        }

        _writer.ForceMerge(1);
        _writer.Commit();
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, new BM25Searchers());
        var bytes = _directory.ListAll().Sum(_directory.FileLength);
        return Task.FromResult(new Footprint(clock.Elapsed - making, bytes, "files on disk, mapped into memory"));
    }

    public Answer Search(MissionQuery query)
    {
        var searcher = Searchers.Acquire();
        try
        {
            var hits = new HitCollector(query);
            searcher.Search(Query(query), hits);
            return new Answer([.. hits.Best.Select(document => IdOf(searcher, document))], hits.Total, hits.Facets());
        }
        finally
        {
            Searchers.Release(searcher);
        }
    }

    public void Update(IReadOnlyList<MissionChange> changes)
    {
        foreach (var change in changes)
        {
            var id = new Term("id", change.Id.ToString("N"));
            if (change.Document is null) { _writer!.DeleteDocuments(id); }
            else { _writer!.UpdateDocument(id, MissionFields.Of(change.Document)); }
        }

        Searchers.MaybeRefreshBlocking();
    }

    public ValueTask DisposeAsync()
    {
        _searchers?.Dispose();
        _writer?.Dispose();
        _directory?.Dispose();
        if (System.IO.Directory.Exists(folder)) { System.IO.Directory.Delete(folder, recursive: true); }
        return ValueTask.CompletedTask;
    }

    /// <summary>Every word somewhere; more points where the title has it.</summary>
    private BooleanQuery Query(MissionQuery query)
    {
        var all = new BooleanQuery();
        foreach (var stem in _analyzer.Stems(query.Text!))
        {
            all.Add(new TermQuery(new Term("all", stem)), Occur.MUST);
            all.Add(new TermQuery(new Term("title", stem)) { Boost = 3 }, Occur.SHOULD);
        }

        foreach (var range in Box(query.Near!.Value, query.RadiusKm!.Value)) { all.Add(range, Occur.MUST); }
        return all;
    }

    private static IEnumerable<NumericRangeQuery<double>> Box(GeoPoint near, double km)
    {
        var (low, high) = (Distance.Moved(near, -km, -km), Distance.Moved(near, km, km));
        foreach (var range in (NumericRangeQuery<double>[])
        [
            NumericRangeQuery.NewDoubleRange("latitude", low.Latitude, high.Latitude, true, true),
            NumericRangeQuery.NewDoubleRange("longitude", low.Longitude, high.Longitude, true, true),
        ])
        {
            range.Boost = 0;   // a place adds nothing to the score
            yield return range;
        }
    }

    private static Guid IdOf(IndexSearcher searcher, int document)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(document, leaves)];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues("id").Get(document - leaf.DocBase, bytes);
        return new Guid(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    private sealed class BM25Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new BM25Similarity() };
    }
}
