using System.Numerics;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>Missions that fail exactly one condition. Asked for rarely, on little ground: row by row.</summary>
internal sealed class NearMissSearch(MissionQuestion question, IReadOnlyList<MatchLayer> layers)
{
    private readonly MissionProbe _probe = question.Probe;

    /// <summary>Missions that fit as they are, by another of their rows.</summary>
    private readonly HashSet<UInt128> _fit = [];

    public IReadOnlyList<NearMiss> Find(int count, Func<int, string> names, Codebook<Guid> organisations)
    {
        var top = Scratch.Mine.Top;
        top.Start(count, layers);
        ForEachRow((_, segment, row) =>
        {
            if ((segment.Bits[row] & MissionBits.Several) > 0 && _probe.Judge(segment, row, out var _) == Failures.None) { _fit.Add(IdOf(segment, row)); }
        });
        ForEachRow((number, segment, row) => Offer(number, segment, row, top));
        var misses = new List<NearMiss>();
        foreach (var candidate in top.Sorted().ToArray()) { misses.Add(Told(candidate, names, organisations)); }
        return misses;
    }

    private void Offer(int number, MatchSegment segment, int row, TopRows top)
    {
        var failures = _probe.Judge(segment, row, out var points);
        if (failures is Failures.Forever || BitOperations.PopCount((uint)failures) != 1 || points.Sum < top.Threshold) { return; }

        var (id, bits) = (IdOf(segment, row), segment.Bits[row]);
        if (!_fit.Contains(id) && !question.Refusals.Has(segment, segment.Owners[row]))
        {
            top.Offer(new Candidate(points.Sum, number, segment.Owners[row], row, 0, bits >> MissionBits.RankShift), (bits & MissionBits.Several) > 0);
        }
    }

    private NearMiss Told(in Candidate candidate, Func<int, string> names, Codebook<Guid> organisations)
    {
        var segment = layers[candidate.Layer].Segment;
        var constraint = (MatchConstraint)BitOperations.TrailingZeroCount((uint)_probe.Judge(segment, candidate.Row, out _));
        var mission = MissionProbe.Mission(segment, candidate.Row);
        var volunteer = _probe.Volunteer();
        IReadOnlyList<string> missing = constraint is not MatchConstraint.RequiredSkill ? []
            : [.. Explanation.Names(volunteer, mission, names, Skills.Learns, Skills.Required), .. Explanation.Names(volunteer, mission, names, 0, Skills.Required)];
        return new NearMiss(question.Explain(layers, candidate, names, organisations), constraint, missing);
    }

    private static UInt128 IdOf(MatchSegment segment, int row) => segment.Ids[segment.Owners[row]];

    private void ForEachRow(Action<int, MatchSegment, int> look)
    {
        var volunteer = question.Volunteer;
        var ground = volunteer.Place is { } home ? Ground.Around(home, Reach.NearMissFactor * volunteer.RadiusKm) : [];
        var runs = new List<Run>();
        for (var number = 0; number < layers.Count; number++)
        {
            var (segment, dead) = (layers[number].Segment, layers[number].Dead);
            Ground.Runs(segment, ground, runs);
            runs.Add(new Run(segment.NowhereFrom, segment.Rows));
            foreach (var run in runs)
            {
                for (var row = run.First; row < run.End; row++)
                {
                    if (!dead.Contains(segment.Owners[row])) { look(number, segment, row); }
                }
            }
        }
    }
}
