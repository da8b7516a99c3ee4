using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>Takes the placements that a scan finds. A struct, so that the compiler weaves it into the loop.</summary>
internal interface ISink
{
    /// <param name="value">The text score, 0 to 1, or which units were found, as bits.</param>
    /// <param name="inside">Whether it surely lies where it should.</param>
    void Take(int placement, float value, bool inside);
}

/// <summary>Goes over the ground of a query in one segment, chunk by chunk, and finds the placements that have its words.</summary>
internal sealed class Scan(Segment segment, Ask ask, Scratch scratch)
{
    private const int ChunkSize = 1 << Postings.ChunkBits;

    /// <summary>So many candidates are measured in the time that it takes to look up where another run begins in each list.</summary>
    private const double WorthALookup = 16;

    private readonly UnitInSegment[] _units = [.. ask.Units.Select(unit => new UnitInSegment(unit, segment))];

    /// <summary>Placements that have all units, or every placement where nothing is asked for.</summary>
    public void All<TSink>(ref TSink sink)
        where TSink : struct, ISink
    {
        if (Array.Exists(_units, unit => !unit.IsAnywhere)) { return; }
        if (_units.Length > 0)
        {
            Go(Way.All, (long)(WorthALookup / _units.Min(unit => unit.Density)), ref sink);
            return;
        }

        Stretches.Of(segment, ask.Ground, bridged: 0, scratch.Stretches);
        foreach (var stretch in scratch.Stretches)
        {
            for (var placement = stretch.First; placement < stretch.End; placement++) { sink.Take(placement, 0, stretch.Whole); }
        }
    }

    /// <summary>Placements that have one unit or more; the value is the bits of those they have.</summary>
    public void Any<TSink>(ref TSink sink)
        where TSink : struct, ISink => Go(Way.Any, bridged: 0, ref sink);

    /// <summary>Placements that have one unit or more; the value is the sum of their scores over the most there could be.</summary>
    public void Most<TSink>(ref TSink sink)
        where TSink : struct, ISink => Go(Way.Most, bridged: 0, ref sink);

    private void Go<TSink>(Way way, long bridged, ref TSink sink)
        where TSink : struct, ISink
    {
        Stretches.Of(segment, ask.Ground, bridged, scratch.Stretches);
        foreach (var stretch in scratch.Stretches) { Chunks(stretch, way, ref sink); }
    }

    private void Chunks<TSink>(Stretch stretch, Way way, ref TSink sink)
        where TSink : struct, ISink
    {
        for (var first = stretch.First; first < stretch.End;)
        {
            var chunk = first >> Postings.ChunkBits;
            var last = Math.Min(stretch.End, (chunk + 1) * ChunkSize) - 1;
            var (low, high) = (first & (ChunkSize - 1), last & (ChunkSize - 1));
            switch (way)
            {
                case Way.All: Intersect(chunk, low, high, stretch.Whole, ref sink); break;
                case Way.Any: Union(chunk, low, high, stretch.Whole, sums: false, ref sink); break;
                default: Union(chunk, low, high, stretch.Whole, sums: true, ref sink); break;
            }

            first = last + 1;
        }
    }

    private void Intersect<TSink>(int chunk, int low, int high, bool inside, ref TSink sink)
        where TSink : struct, ISink
    {
        var lists = scratch.Lists.AsSpan(0, _units.Length);
        var shortest = 0;
        for (var unit = 0; unit < _units.Length; unit++)
        {
            lists[unit] = _units[unit].In(chunk, low, high, scratch.Union(unit));
            if (lists[unit].Length == 0) { return; }
            if (lists[unit].Length < lists[shortest].Length) { shortest = unit; }
        }

        var lead = lists[shortest];
        if (lists.Length == 1)
        {
            Alone(lead, chunk << Postings.ChunkBits, inside, ref sink);
            return;
        }

        for (; lead.Next < lead.End; lead.Next++)
        {
            var placement = lead.Placements[lead.Next];
            if (!Meet(lists, shortest, placement, out var atEnd))
            {
                if (atEnd) { return; }
                continue;
            }

            var score = 0f;
            for (var unit = 0; unit < lists.Length; unit++)
            {
                score += unit == shortest ? lead.ScoreAt(lead.Next) : lists[unit].ScoreAt(lists[unit].Next);
            }

            sink.Take((chunk << Postings.ChunkBits) | placement, Math.Min(1, score / ask.Rarities), inside);
        }
    }

    private void Alone<TSink>(UnitList list, int chunk, bool inside, ref TSink sink)
        where TSink : struct, ISink
    {
        if (list.Scores is { } scores)
        {
            for (var place = list.Next; place < list.End; place++) { sink.Take(chunk | list.Placements[place], Math.Min(1, scores[place] / ask.Rarities), inside); }
            return;
        }

        // The commonest words are asked for alone: their few different scores are divided once.
        Span<float> texts = stackalloc float[byte.MaxValue + 1];
        for (var impact = 0; impact < texts.Length; impact++) { texts[impact] = Math.Min(1, list.ScoresByImpact[impact] / ask.Rarities); }
        var placements = list.Placements.AsSpan(list.Next, list.Length);
        var impacts = list.Impacts.AsSpan(list.Next, list.Length);
        for (var place = 0; place < placements.Length; place++) { sink.Take(chunk | placements[place], texts[impacts[place]], inside); }
    }

    /// <summary>Whether all the other lists have the placement too.</summary>
    private static bool Meet(Span<UnitList> lists, int except, int placement, out bool atEnd)
    {
        atEnd = false;
        for (var unit = 0; unit < lists.Length; unit++)
        {
            if (unit == except) { continue; }

            ref var list = ref lists[unit];
            list.Seek(placement);
            if (list.Next == list.End)
            {
                atEnd = true;
                return false;
            }

            if (list.Placements[list.Next] != placement) { return false; }
        }

        return true;
    }

    private void Union<TSink>(int chunk, int low, int high, bool inside, bool sums, ref TSink sink)
        where TSink : struct, ISink
    {
        var all = scratch.Whole;
        all.Start(low, high);
        for (var unit = 0; unit < _units.Length; unit++)
        {
            var list = _units[unit].In(chunk, low, high, scratch.Union(unit));
            for (; list.Next < list.End; list.Next++) { all.Sum(list.Placements[list.Next], sums ? list.ScoreAt(list.Next) : 1 << unit); }
        }

        var count = all.Finish();
        for (var place = 0; place < count; place++)
        {
            sink.Take((chunk << Postings.ChunkBits) | all.Placements[place], sums ? Math.Min(1, all.Scores[place] / ask.Rarities) : all.Scores[place], inside);
        }
    }

    private enum Way { All, Any, Most }
}

/// <summary>What one search needs to write on; each thread has one.</summary>
internal sealed class Scratch
{
    private const int MostUnits = 16;

    [ThreadStatic]
    private static Scratch? t_mine;

    private readonly UnionBuffer?[] _unions = new UnionBuffer?[MostUnits];

    private Scratch() { }

    public static Scratch Mine => t_mine ??= new Scratch();

    public UnitList[] Lists { get; } = new UnitList[MostUnits];

    public UnionBuffer Whole { get; } = new();

    public TopHits Top { get; } = new();

    public FacetCounter Facets { get; } = new();

    public List<Stretch> Stretches { get; } = [];

    /// <summary>Of one mission.</summary>
    public List<ushort> Departments { get; } = [];

    public UnionBuffer Union(int unit) => _unions[unit] ??= new UnionBuffer();
}
