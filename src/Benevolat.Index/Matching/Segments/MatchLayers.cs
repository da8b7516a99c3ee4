using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching.Segments;

/// <summary>The segments at one moment: the base first, then younger ones. Never changes.</summary>
internal sealed record MatchState(long Number, IReadOnlyList<MatchLayer> Layers);

/// <summary>
/// How missions and volunteers change in memory: one large base, small younger segments, the dead in bitmaps, one reference swapped at the
/// end. One writer at a time, readers never wait.
/// </summary>
/// <param name="add">Puts what is given into a builder.</param>
internal sealed class MatchLayers<TItem>(bool ofVolunteers, Action<MatchSegmentBuilder, TItem> add)
    where TItem : class
{
    /// <summary>The base is merged when a sixteenth of it has changed, a small one when this many owners have.</summary>
    private const int FewestToMerge = 64;
    private const int ShareToMerge = 16;

    /// <summary>A young segment this many times larger than the one that came after it is left alone; smaller ones are put together.</summary>
    private const int Steepness = 3;

    private readonly Lock _writing = new();
    private volatile MatchState _current = new(0, [new MatchLayer(new MatchSegmentBuilder(ofVolunteers).Build(), DeadSet.None)]);

    /// <summary>While a merge runs: who changed meanwhile, and how many segments it took.</summary>
    private HashSet<UInt128>? _changedMeanwhile;
    private int _merging;

    public MatchState Current => _current;

    public bool MergeIsDue
    {
        get
        {
            var layers = _current.Layers;
            var changed = layers[0].Dead.Count + layers.Skip(1).Sum(layer => layer.Segment.Count);
            return _changedMeanwhile is null && changed >= Math.Max(FewestToMerge, layers[0].Segment.Count / ShareToMerge);
        }
    }

    public void Build(IEnumerable<TItem> items)
    {
        lock (_writing)
        {
            if (_changedMeanwhile is not null) { throw new InvalidOperationException("A merge is under way."); }
            _current = new(_current.Number + 1, [new MatchLayer(Made(items), DeadSet.None)]);
        }
    }

    /// <param name="changes">By id, in order: the later of two for one counts.</param>
    /// <returns>The number of the moment that has them.</returns>
    public long Apply(IEnumerable<(Guid Id, TItem? Item)> changes)
    {
        lock (_writing)
        {
            var last = new Dictionary<UInt128, TItem?>();
            foreach (var (id, item) in changes) { last[id.ToNumber()] = item; }
            var layers = _current.Layers.Select(layer => layer.Without(last.Keys)).ToList();
            if (last.Values.OfType<TItem>().ToList() is { Count: > 0 } items) { layers.Add(new MatchLayer(Made(items), DeadSet.None)); }
            PutTogether(layers);
            _changedMeanwhile?.UnionWith(last.Keys);   // only now: a change that could not be read is none
            _current = new(_current.Number + 1, layers);
            return _current.Number;
        }
    }

    /// <summary>Makes one base of everything. Runs beside readers and <see cref="Apply"/>.</summary>
    public void Merge(CancellationToken stop)
    {
        IReadOnlyList<MatchLayer> taken;
        lock (_writing)
        {
            if (_changedMeanwhile is not null) { return; }   // somebody is at it
            (_changedMeanwhile, taken) = ([], _current.Layers);
            _merging = taken.Count;
        }

        try
        {
            var merged = Joined(taken, stop);
            lock (_writing)
            {
                _current = new(_current.Number + 1, [new MatchLayer(merged, DeadSet.None).Without(_changedMeanwhile), .. _current.Layers.Skip(_merging)]);
            }
        }
        finally
        {
            lock (_writing) { (_changedMeanwhile, _merging) = (null, 0); }
        }
    }

    /// <summary>Merges the youngest segments as long as they are of like size: few segments, each row rewritten a few times.</summary>
    private void PutTogether(List<MatchLayer> layers)
    {
        var oldest = Math.Max(1, _merging);   // those that a merge works on stay as they are
        for (var index = layers.Count - 1; index >= oldest; index--)
        {
            if (layers[index].Live == 0) { layers.RemoveAt(index); }
        }

        while (layers.Count - oldest >= 2 && layers[^1].Live * Steepness >= layers[^2].Live)
        {
            var merged = new MatchLayer(Joined([layers[^2], layers[^1]], CancellationToken.None), DeadSet.None);
            layers.RemoveRange(layers.Count - 2, 2);
            layers.Add(merged);
        }
    }

    private MatchSegment Made(IEnumerable<TItem> items)
    {
        var builder = new MatchSegmentBuilder(ofVolunteers);
        foreach (var item in items) { add(builder, item); }
        return builder.Build();
    }

    private MatchSegment Joined(IReadOnlyList<MatchLayer> layers, CancellationToken stop)
    {
        var builder = new MatchSegmentBuilder(ofVolunteers);
        foreach (var layer in layers) { builder.Add(layer, stop); }
        return builder.Build();
    }
}
