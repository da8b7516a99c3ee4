using Benevolat.Index.Matching.Asking;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching;

/// <summary>The missions at one moment. Never changes.</summary>
public sealed class MissionMatches
{
    private readonly MatchState _state;
    private readonly MatchWeights _weights;
    private readonly SkillBook _skills;
    private readonly Codebook<Guid> _organisations;

    internal MissionMatches(MatchState state, MatchWeights weights, SkillBook skills, Codebook<Guid> organisations) =>
        (_state, _weights, _skills, _organisations) = (state, weights, skills, organisations);

    /// <summary>Grows with each change, build and merge.</summary>
    public long Number => _state.Number;

    /// <summary>How many missions can be proposed.</summary>
    public int Count => _state.Layers.Sum(layer => layer.Live);

    /// <summary>What the columns take, in bytes.</summary>
    public long Bytes => _state.Layers.Sum(layer => layer.Segment.Bytes + layer.Dead.Bytes);

    public MatchWeights Weights => _weights;

    internal IReadOnlyList<MatchLayer> Layers => _state.Layers;

    /// <summary>The missions that suit a volunteer best: higher scores first, among equals the lower id.</summary>
    public IReadOnlyList<MatchHit> Best(MatchVolunteer volunteer, MatchAsk ask)
    {
        ArgumentNullException.ThrowIfNull(volunteer);
        ArgumentNullException.ThrowIfNull(ask);
        var question = Question(volunteer, ask);
        var top = Scratch.Mine.Top;
        top.Start(ask.Count, _state.Layers);
        question.Scan(_state.Layers, top);
        return question.Explain(_state.Layers, top, _skills.NameOf, _organisations);
    }

    /// <summary>Missions that fail exactly one condition, the best first: by distance up to three times as far as the volunteer would travel.</summary>
    public IReadOnlyList<NearMiss> NearMisses(MatchVolunteer volunteer, MatchAsk ask)
    {
        ArgumentNullException.ThrowIfNull(volunteer);
        ArgumentNullException.ThrowIfNull(ask);
        return new NearMissSearch(Question(volunteer, ask), _state.Layers).Find(ask.Count, _skills.NameOf, _organisations);
    }

    /// <summary>
    /// What else might suit who looks at this mission: the best for a volunteer that it would be made for, who lives at its first place, travels
    /// <see cref="SimilarWithinKm"/>, has its skills and its hours.
    /// </summary>
    public IReadOnlyList<MatchHit> Similar(MatchMission mission, MatchAsk ask)
    {
        ArgumentNullException.ThrowIfNull(mission);
        ArgumentNullException.ThrowIfNull(ask);
        return Best(
            new MatchVolunteer
            {
                Id = mission.Id,
                Place = mission.Remote is MatchRemote.Full || mission.Places.Count == 0 ? null : mission.Places[0],
                RadiusKm = SimilarWithinKm,
                Remote = mission.Remote is not MatchRemote.No,
                Free = mission.Times.Aggregate(WeekMask.Empty, (all, time) => all | time.Hours),
                Skills = [.. mission.Skills, .. mission.RequiredSkills],
                Causes = 1u << mission.Domain,
                Kinds = 1u << mission.Kind,
                Step = mission.Step,
            },
            ask with { Excluded = [.. ask.Excluded, mission.Id] });
    }

    public const double SimilarWithinKm = 50;

    internal MissionQuestion Question(MatchVolunteer volunteer, MatchAsk ask) =>
        new(volunteer, Skills.Of(volunteer, new AskedSkills(_skills).CodeOf), ask, _weights, Refusals.Of(ask, _organisations));
}
