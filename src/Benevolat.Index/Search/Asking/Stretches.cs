using Benevolat.Index.Geography;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>A run of placements to look at.</summary>
/// <param name="Whole">All of them surely lie where they should.</param>
internal readonly record struct Stretch(int First, int End, bool Whole)
{
    public int Length => End - First;

    /// <summary>From here to the end of a later one.</summary>
    public Stretch With(Stretch later) => new(First, later.End, Whole && later.Whole && End == later.First);
}

/// <summary>The ground of a query as runs of one segment's placements.</summary>
internal static class Stretches
{
    /// <param name="bridged">
    /// Runs are put together when that makes no more than so many placements more to measure, those between them included: where words are
    /// rare that costs less than to look up the edges of every run.
    /// </param>
    public static void Of(Segment segment, IReadOnlyList<CellRange> ground, long bridged, List<Stretch> found)
    {
        found.Clear();
        var (end, cell) = (0, 0u);   // where the last range ended
        foreach (var range in ground)
        {
            var first = range.First == cell ? end : segment.FirstFrom(range.First, end);
            (end, cell) = range.Last == uint.MaxValue ? (segment.Placements, range.Last) : (segment.FirstFrom(range.Last + 1, first), range.Last + 1);
            if (first == end) { continue; }

            var next = new Stretch(first, end, range.Whole);
            if (found.Count > 0 && found[^1].With(next) is var both && ToMeasure(both) - ToMeasure(found[^1]) - ToMeasure(next) <= bridged) { found[^1] = both; }
            else { found.Add(next); }
        }
    }

    private static int ToMeasure(Stretch stretch) => stretch.Whole ? 0 : stretch.Length;
}
