using Benevolat.Index.Matching;
using Benevolat.Index.Tests.Matching.Properties;
using Benevolat.Index.Tests.Matching.Reference;

namespace Benevolat.Index.Tests.Matching;

/// <summary>The engine and the reference side by side. Whatever is asked is asked of both, and must be answered alike.</summary>
internal sealed class BothMatchers
{
    private readonly SortedDictionary<Guid, MatchMission> _missions = [];
    private readonly SortedDictionary<Guid, MatchVolunteer> _volunteers = [];

    public MissionMatcher Missions { get; } = new();

    public VolunteerMatcher Volunteers { get; } = new();

    public IReadOnlyList<MatchMission> LiveMissions => [.. _missions.Values];

    public IReadOnlyList<MatchVolunteer> LiveVolunteers => [.. _volunteers.Values];

    public static BothMatchers Of(params MatchMission[] missions)
    {
        var both = new BothMatchers();
        both.Take(new(MatchStepKind.Build, [.. missions.Select(mission => new MatchMissionChange(mission.Id, mission))], []));
        return both;
    }

    public void Take(MatchEvent change)
    {
        if (change.Kind is MatchStepKind.Build)
        {
            _missions.Clear();
            _volunteers.Clear();
        }

        foreach (var (id, mission) in change.Missions) { Put(_missions, id, mission); }
        foreach (var (id, volunteer) in change.Volunteers) { Put(_volunteers, id, volunteer); }
        switch (change.Kind)
        {
            case MatchStepKind.Build:
                Missions.Build(_missions.Values);
                Volunteers.Build(_volunteers.Values);
                break;
            case MatchStepKind.Apply:
                Missions.Apply(change.Missions);
                Volunteers.Apply(change.Volunteers);
                break;
            default:
                Missions.Merge();
                Volunteers.Merge();
                break;
        }
    }

    public IReadOnlyList<MatchHit> Best(MatchVolunteer volunteer, MatchAsk ask)
    {
        var hits = Missions.Current.Best(volunteer, ask);
        Assert.Equal(PlainMatcher.Missions(_missions.Values, volunteer, ask, MatchWeights.Current), hits.Select(PlainMatcher.Show));
        Assert.All(hits, AddsUp);
        return hits;
    }

    public IReadOnlyList<MatchHit> Best(MatchMission mission, MatchAsk ask)
    {
        var hits = Volunteers.Current.Best(mission, ask);
        Assert.Equal(PlainMatcher.Volunteers(_volunteers.Values, mission, ask, MatchWeights.Current), hits.Select(PlainMatcher.Show));
        Assert.All(hits, AddsUp);
        return hits;
    }

    public IReadOnlyList<NearMiss> NearMisses(MatchVolunteer volunteer, MatchAsk ask)
    {
        var misses = Missions.Current.NearMisses(volunteer, ask);
        Assert.Equal(PlainMatcher.NearMisses(_missions.Values, volunteer, ask, MatchWeights.Current), misses.Select(PlainMatcher.Show));
        return misses;
    }

    private static void AddsUp(MatchHit hit)
    {
        Assert.Equal(hit.Score, hit.Parts.Sum(part => part.Contribution));
        Assert.Equal(MatchWeights.Whole, hit.Parts.Sum(part => part.Weight));
        Assert.Equal(Enum.GetValues<MatchPart>(), hit.Parts.Select(part => part.Part));
        Assert.All(hit.Parts, part => Assert.InRange(part.Contribution - (part.Value * part.Weight), -0.51, 0.51));
        Assert.All(hit.Parts, part => Assert.Equal(part.Gap is MatchGap.None, part.Contribution == part.Weight && part.Value == 1));
    }

    private static void Put<T>(SortedDictionary<Guid, T> all, Guid id, T? item)
        where T : class
    {
        if (item is null) { all.Remove(id); }
        else { all[id] = item; }
    }
}
