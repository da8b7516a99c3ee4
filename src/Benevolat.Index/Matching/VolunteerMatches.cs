using Benevolat.Index.Matching.Asking;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching;

/// <summary>The volunteers at one moment. Never changes.</summary>
public sealed class VolunteerMatches
{
    private readonly MatchState _state;
    private readonly MatchWeights _weights;
    private readonly SkillBook _skills;

    internal VolunteerMatches(MatchState state, MatchWeights weights, SkillBook skills) => (_state, _weights, _skills) = (state, weights, skills);

    /// <summary>Grows with each change, build and merge.</summary>
    public long Number => _state.Number;

    /// <summary>How many volunteers can be proposed.</summary>
    public int Count => _state.Layers.Sum(layer => layer.Live);

    /// <summary>What the columns take, in bytes.</summary>
    public long Bytes => _state.Layers.Sum(layer => layer.Segment.Bytes + layer.Dead.Bytes);

    public MatchWeights Weights => _weights;

    /// <summary>The volunteers who suit a mission best: higher scores first, among equals the lower id. None for a mission without places left.</summary>
    public IReadOnlyList<MatchHit> Best(MatchMission mission, MatchAsk ask)
    {
        ArgumentNullException.ThrowIfNull(mission);
        ArgumentNullException.ThrowIfNull(ask);
        var top = Scratch.Mine.Top;
        top.Start(ask.Count, _state.Layers);
        var names = new AskedSkills(_skills);
        var question = new VolunteerQuestion(mission, Skills.Of(mission, names.CodeOf), ask, _weights);
        question.Scan(_state.Layers, top);
        return question.Explain(_state.Layers, top, names.NameOf);
    }
}
