using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>Which volunteers suit a mission: asked once for each of its places and times, the best of which counts.</summary>
internal sealed class VolunteerQuestion(MatchMission mission, int[] skills, MatchAsk ask, MatchWeights weights)
{
    private readonly MatchRow[] _sides = MissionRows.Of(mission, skills);
    private readonly Refusals _refusals = Refusals.Of(ask, null);
    private readonly int _now = Moments.Of(ask.Now);

    public void Scan(IReadOnlyList<MatchLayer> layers, TopRows top)
    {
        var runs = Scratch.Mine.Runs;
        for (var number = 0; number < layers.Count; number++)
        {
            var segment = layers[number].Segment;
            for (var side = 0; side < _sides.Length; side++)
            {
                RunsFor(segment, side, runs);
                foreach (var run in runs) { Kernel.Scan(Probe(side), layers[number], number, side, run, _sides.Length > 1, _refusals, top); }
            }
        }
    }

    public MatchHit[] Explain(IReadOnlyList<MatchLayer> layers, TopRows top, Func<int, string> names)
    {
        var best = top.Sorted();
        var hits = new MatchHit[best.Length];
        for (var place = 0; place < hits.Length; place++)
        {
            var (segment, probe, row) = (layers[best[place].Layer].Segment, Probe(best[place].Side), best[place].Row);
            probe.Judge(segment, row, out var points);
            hits[place] = Explanation.Of(
                best[place].IdIn(layers).ToGuid(), mission.OrganisationId, VolunteerProbe.Volunteer(segment, row), probe.Mission(), points, weights, names);
        }

        return hits;
    }

    private VolunteerProbe Probe(int side) => new(_sides[side], skills, _now, weights, ask.Means);

    private void RunsFor(MatchSegment segment, int side, List<Run> runs)
    {
        if ((_sides[side].Bits & MissionBits.Nowhere) > 0)
        {
            runs.Clear();
            if (segment.NowhereFrom < segment.Rows) { runs.Add(new Run(segment.NowhereFrom, segment.Rows)); }
            return;
        }

        var place = mission.Places[(int)(_sides[side].Bits >> MissionBits.PlaceShift)];
        Ground.Runs(segment, ask.Means is MatchMeans.Everything ? Ground.Around(place, Positions.Kilometres(segment.Farthest)) : null, runs);
    }
}
