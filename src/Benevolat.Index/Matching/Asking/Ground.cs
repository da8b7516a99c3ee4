using Benevolat.Index.Geography;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>A run of rows to look at.</summary>
internal readonly record struct Run(int First, int End);

/// <summary>Where to look, as runs of a segment's rows. Blocks at the edges are looked at whole: whoever is found is measured anyway.</summary>
internal static class Ground
{
    /// <summary>From here on the whole world is as good: near the other end of it distances are too coarse to leave cells out.</summary>
    private const double FarthestKm = 5_000;

    /// <summary>Null when everywhere has to be looked at.</summary>
    public static List<CellRange>? Around(GeoPoint centre, double kilometres) => kilometres > FarthestKm ? null : Cover.OfCircle(centre, kilometres);

    /// <summary>So many rows between two runs cost less to turn away than the beginning of a run in every column.</summary>
    private const int Bridged = 192;

    /// <param name="ground">Ascending; null for everywhere.</param>
    public static void Runs(MatchSegment segment, List<CellRange>? ground, List<Run> runs)
    {
        runs.Clear();
        if (ground is null)
        {
            if (segment.NowhereFrom > 0) { runs.Add(new Run(0, segment.NowhereFrom)); }
            return;
        }

        var block = 0;
        foreach (var range in ground)
        {
            block = FirstBlock(segment.Cells, range.First, block);
            var first = Math.Max(0, block - 1) * MatchSegment.Block;   // its last rows may lie in the range already
            block = range.Last == uint.MaxValue ? segment.Cells.Length : FirstBlock(segment.Cells, range.Last + 1, block);
            var end = Math.Min(block * MatchSegment.Block, segment.NowhereFrom);
            if (runs.Count > 0 && first <= runs[^1].End + Bridged) { runs[^1] = new Run(runs[^1].First, Math.Max(end, runs[^1].End)); }
            else if (first < end) { runs.Add(new Run(first, end)); }
        }
    }

    /// <summary>The first block, from this one on, whose first cell is not before that one; looked for in growing strides.</summary>
    private static int FirstBlock(uint[] cells, uint cell, int from)
    {
        var (low, stride) = (from, 1);
        while (low + stride <= cells.Length && cells[low + stride - 1] < cell)
        {
            low += stride;
            stride *= 2;
        }

        var high = Math.Min(cells.Length, low + stride - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (cells[middle] < cell) { low = middle + 1; }
            else { high = middle; }
        }

        return low;
    }
}
