using System.Numerics;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>One side of the question: a volunteer who meets rows of missions, or a mission that meets rows of volunteers.</summary>
internal interface IProbe
{
    /// <summary>Which of the eight rows from this one on may fit and score as much, one bit each. Never leaves out one that does.</summary>
    uint Lanes(MatchSegment segment, int row, int threshold);

    /// <summary>Of rows with one score the lowest rank is told: the first place, the first time.</summary>
    uint Rank(MatchSegment segment, int row);

    /// <summary>The rule itself.</summary>
    Failures Judge(MatchSegment segment, int row, out Points points);
}

/// <summary>Both directions in one loop: eight rows at a time are turned away by what is cheap, the few that are left are judged by the rule.</summary>
internal static class Kernel
{
    public static void Scan<TProbe>(in TProbe probe, MatchLayer layer, int number, int side, Run run, bool several, Refusals refusals, TopRows top)
        where TProbe : struct, IProbe
    {
        var segment = layer.Segment;
        for (var row = run.First; row < run.End; row += MatchSegment.Lanes)
        {
            var lanes = probe.Lanes(segment, row, top.Threshold);
            if (run.End - row < MatchSegment.Lanes) { lanes &= (1u << (run.End - row)) - 1; }
            for (; lanes > 0; lanes &= lanes - 1)
            {
                Take(probe, layer, number, side, row + BitOperations.TrailingZeroCount(lanes), several, refusals, top);
            }
        }
    }

    private static void Take<TProbe>(in TProbe probe, MatchLayer layer, int number, int side, int row, bool several, Refusals refusals, TopRows top)
        where TProbe : struct, IProbe
    {
        var (segment, owner) = (layer.Segment, layer.Segment.Owners[row]);
        // What is kept by owner lies far apart in memory: it is looked at last.
        if (probe.Judge(segment, row, out var points) != Failures.None || points.Sum < top.Threshold || layer.Dead.Contains(owner) || refusals.Has(segment, owner)) { return; }

        top.Offer(new Candidate(points.Sum, number, owner, row, side, probe.Rank(segment, row)), several || (segment.Bits[row] & MissionBits.Several) > 0);
    }
}
