using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>Which missions suit a volunteer, made ready for every segment.</summary>
internal sealed class MissionQuestion(MatchVolunteer volunteer, int[] skills, MatchAsk ask, MatchWeights weights, Refusals refusals)
{
    private readonly MatchRow _row = VolunteerRows.One(volunteer, skills);

    public MatchVolunteer Volunteer => volunteer;

    public Refusals Refusals => refusals;

    public MissionProbe Probe => new(_row, skills, Moments.Of(ask.Now), weights, ask.Means);

    public void Scan(IReadOnlyList<MatchLayer> layers, TopRows top)
    {
        var (probe, runs) = (Probe, Scratch.Mine.Runs);
        var ground = volunteer.Place is not { } home ? [] : ask.Means is MatchMeans.Everything ? Ground.Around(home, volunteer.RadiusKm) : null;
        for (var number = 0; number < layers.Count; number++)
        {
            var segment = layers[number].Segment;
            Ground.Runs(segment, ground, runs);
            if (volunteer.Remote && segment.NowhereFrom < segment.Rows) { runs.Add(new Run(segment.NowhereFrom, segment.Rows)); }
            foreach (var run in runs) { Kernel.Scan(probe, layers[number], number, 0, run, several: false, refusals, top); }
        }
    }

    /// <summary>The same for one of many.</summary>
    public void Scan(IReadOnlyList<MatchLayer> layers, SharedGround ground, TopRows top)
    {
        var probe = Probe;
        if (volunteer.Place is { } home)
        {
            var runs = ground.RunsFor(home, volunteer.RadiusKm);
            for (var number = 0; number < layers.Count; number++)
            {
                foreach (var run in runs[number]) { Kernel.Scan(probe, layers[number], number, 0, run, several: false, refusals, top); }
            }
        }

        for (var number = 0; number < layers.Count && volunteer.Remote; number++)
        {
            var run = new Run(layers[number].Segment.NowhereFrom, layers[number].Segment.Rows);
            Kernel.Scan(probe, layers[number], number, 0, run, several: false, refusals, top);
        }
    }

    public MatchHit[] Explain(IReadOnlyList<MatchLayer> layers, TopRows top, Func<int, string> names, Codebook<Guid> organisations)
    {
        var best = top.Sorted();
        var hits = new MatchHit[best.Length];
        for (var place = 0; place < hits.Length; place++) { hits[place] = Explain(layers, best[place], names, organisations); }
        return hits;
    }

    public MatchHit Explain(IReadOnlyList<MatchLayer> layers, in Candidate candidate, Func<int, string> names, Codebook<Guid> organisations)
    {
        var (segment, probe) = (layers[candidate.Layer].Segment, Probe);
        probe.Judge(segment, candidate.Row, out var points);
        return Explanation.Of(
            candidate.IdIn(layers).ToGuid(), organisations.ValueOf(segment.Organisations[segment.Owners[candidate.Row]]),
            probe.Volunteer(), MissionProbe.Mission(segment, candidate.Row), points, weights, names);
    }
}
