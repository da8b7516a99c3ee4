using Benevolat.Index.Search.Segments;
using Benevolat.Index.Text;

namespace Benevolat.Index.Search;

/// <summary>Missions in memory, searchable while they change. One writer at a time, any number of readers, which never wait.</summary>
public sealed class MissionIndex
{
    /// <summary>The base is merged when a sixteenth of it has changed, a small one when this many missions have.</summary>
    private const int FewestToMerge = 64;
    private const int ShareToMerge = 16;

    /// <summary>A young segment this many times larger than the one that came after it is left alone; smaller ones are put together.</summary>
    private const int Steepness = 3;

    private readonly Lock _writing = new();
    private readonly FrenchText _french = new();
    private readonly Codebooks _codes = new();
    private readonly Synonyms _synonyms;
    private volatile MissionSnapshot _current;

    /// <summary>While a merge runs: the missions that changed meanwhile, and how many segments it took.</summary>
    private HashSet<UInt128>? _changedMeanwhile;
    private int _merging;

    /// <param name="synonyms">In the notation of the built-in list, which is used when absent.</param>
    public MissionIndex(string? synonyms = null)
    {
        _synonyms = new Synonyms(synonyms ?? Synonyms.BuiltIn(), _french);
        _current = Snapshot(0, [new SegmentPart(new SegmentBuilder(_codes, _french).Build(null), DeadSet.None)]);
    }

    /// <summary>What readers see now; keep it for as long as one answer needs.</summary>
    public MissionSnapshot Current => _current;

    /// <summary>Whether so much has changed that <see cref="Merge"/> is worth its time.</summary>
    public bool MergeIsDue
    {
        get
        {
            var parts = _current.Parts;
            var changed = parts[0].Dead.Count + parts.Skip(1).Sum(part => part.Segment.Placements);
            return _changedMeanwhile is null && changed >= Math.Max(FewestToMerge, parts[0].Segment.Placements / ShareToMerge);
        }
    }

    /// <summary>Starts anew with these missions, in one base segment.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public void Build(IEnumerable<MissionDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var builder = new SegmentBuilder(_codes, _french);
        foreach (var document in documents) { builder.Add(document); }
        StartWith(builder);
    }

    /// <summary>The same with missions that come one by one; each is let go of once it is read.</summary>
    public async Task BuildAsync(IAsyncEnumerable<MissionDocument> documents, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var builder = new SegmentBuilder(_codes, _french);
        await foreach (var document in documents.WithCancellation(stop)) { builder.Add(document); }
        StartWith(builder);
    }

    /// <summary>Takes changes in, the later of two for one mission counting, and shows them all at once.</summary>
    public void Apply(IReadOnlyList<MissionChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_writing)
        {
            var last = changes.GroupBy(change => change.Id).Select(same => same.Last()).ToDictionary(change => change.Id.ToNumber());
            var parts = Without(_current.Parts, last.Keys);
            if (last.Values.Any(change => change.Document is not null))
            {
                var builder = new SegmentBuilder(_codes, _french);
                foreach (var document in last.Values.Select(change => change.Document).OfType<MissionDocument>()) { builder.Add(document); }
                parts.Add(new SegmentPart(builder.Build(parts[0].Segment.AverageLengths), DeadSet.None));
            }

            PutTogether(parts);
            _changedMeanwhile?.UnionWith(last.Keys);   // only now: a change that could not be read is none
            _current = Snapshot(_current.Number + 1, parts);
        }
    }

    /// <summary>Makes one base of everything and takes its statistics. Runs beside readers and <see cref="Apply"/>.</summary>
    public void Merge(CancellationToken stop = default)
    {
        IReadOnlyList<SegmentPart> taken;
        lock (_writing)
        {
            if (_changedMeanwhile is not null) { return; }   // somebody is at it
            (_changedMeanwhile, taken) = ([], _current.Parts);
            _merging = taken.Count;
        }

        try
        {
            var merged = Rebuilt(taken, null, stop);
            lock (_writing)
            {
                var parts = Without([new SegmentPart(merged, DeadSet.None)], _changedMeanwhile);
                foreach (var younger in _current.Parts.Skip(_merging)) { parts.Add(new SegmentPart(Rebuilt([younger], merged.AverageLengths, stop), DeadSet.None)); }
                _current = Snapshot(_current.Number + 1, parts);
            }
        }
        finally
        {
            lock (_writing) { (_changedMeanwhile, _merging) = (null, 0); }
        }
    }

    private void StartWith(SegmentBuilder builder)
    {
        var segment = builder.Build(null);
        lock (_writing)
        {
            if (_changedMeanwhile is not null) { throw new InvalidOperationException("A merge is under way."); }
            _current = Snapshot(_current.Number + 1, [new SegmentPart(segment, DeadSet.None)]);
        }
    }

    private MissionSnapshot Snapshot(long number, IReadOnlyList<SegmentPart> parts) => new(number, parts, _codes, _french, _synonyms);

    /// <summary>The same segments without these missions; young ones that nothing is left of are gone.</summary>
    private static List<SegmentPart> Without(IReadOnlyList<SegmentPart> parts, IReadOnlyCollection<UInt128> missions)
    {
        var left = new List<SegmentPart>(parts.Count + 1);
        foreach (var part in parts)
        {
            var found = missions.Select(part.FindLive).Where(placement => placement >= 0).ToList();
            left.Add(found.Count == 0 ? part : part with
            {
                Dead = part.Dead.With([.. found.SelectMany(part.Segment.PlacementsOf)], found.Count, part.Segment.Placements),
            });
        }

        return left;
    }

    /// <summary>Merges the youngest segments as long as they are of like size: few segments, each mission rewritten a few times.</summary>
    private void PutTogether(List<SegmentPart> parts)
    {
        var oldest = Math.Max(1, _merging);   // those that a merge works on stay as they are
        for (var index = parts.Count - 1; index >= oldest; index--)
        {
            if (parts[index].Live == 0) { parts.RemoveAt(index); }
        }

        while (parts.Count - oldest >= 2 && parts[^1].Live * Steepness >= parts[^2].Live)
        {
            var merged = Rebuilt([parts[^2], parts[^1]], parts[0].Segment.AverageLengths, CancellationToken.None);
            parts.RemoveRange(parts.Count - 2, 2);
            parts.Add(new SegmentPart(merged, DeadSet.None));
        }
    }

    private Segment Rebuilt(IReadOnlyList<SegmentPart> parts, float[]? averages, CancellationToken stop)
    {
        var builder = new SegmentBuilder(_codes, _french);
        foreach (var part in parts)
        {
            var words = new int[part.Segment.Vocabulary.Words];
            Array.Fill(words, -1);
            foreach (var placement in part.LiveMissions())
            {
                stop.ThrowIfCancellationRequested();
                builder.Add(part.Segment, placement, words);
            }
        }

        return builder.Build(averages);
    }
}

/// <summary>A mission that is to be found from now on as given, or no longer at all.</summary>
public readonly record struct MissionChange(Guid Id, MissionDocument? Document);
