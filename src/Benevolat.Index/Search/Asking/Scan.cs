using Benevolat.Index.Geography;
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

    private readonly UnitInSegment[] _units = [.. ask.Units.Select(unit => new UnitInSegment(unit, segment))];

    /// <summary>Placements that have all units, or every placement where nothing is asked for.</summary>
    public void All<TSink>(ref TSink sink)
        where TSink : struct, ISink
    {
        if (Array.Exists(_units, unit => !unit.IsAnywhere)) { return; }

        foreach (var range in ask.Ground)
        {
            var (first, end) = segment.Range(range.First, range.Last);
            if (_units.Length > 0) { Chunks(first, end, range, Way.All, ref sink); }
            else
            {
                for (var placement = first; placement < end; placement++) { sink.Take(placement, 0, range.Whole); }
            }
        }
    }

    /// <summary>Placements that have one unit or more; the value is the bits of those they have.</summary>
    public void Any<TSink>(ref TSink sink)
        where TSink : struct, ISink
    {
        foreach (var range in ask.Ground)
        {
            var (first, end) = segment.Range(range.First, range.Last);
            Chunks(first, end, range, Way.Any, ref sink);
        }
    }

    /// <summary>Placements that have one unit or more; the value is the sum of their scores over the most there could be.</summary>
    public void Most<TSink>(ref TSink sink)
        where TSink : struct, ISink
    {
        foreach (var range in ask.Ground)
        {
            var (first, end) = segment.Range(range.First, range.Last);
            Chunks(first, end, range, Way.Most, ref sink);
        }
    }

    private void Chunks<TSink>(int first, int end, CellRange range, Way way, ref TSink sink)
        where TSink : struct, ISink
    {
        while (first < end)
        {
            var chunk = first >> Postings.ChunkBits;
            var last = Math.Min(end, (chunk + 1) * ChunkSize) - 1;
            var (low, high) = (first & (ChunkSize - 1), last & (ChunkSize - 1));
            switch (way)
            {
                case Way.All: Intersect(chunk, low, high, range.Whole, ref sink); break;
                case Way.Any: Union(chunk, low, high, range.Whole, sums: false, ref sink); break;
                default: Union(chunk, low, high, range.Whole, sums: true, ref sink); break;
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

    public UnionBuffer Union(int unit) => _unions[unit] ??= new UnionBuffer();
}
