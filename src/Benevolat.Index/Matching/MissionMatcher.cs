using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching;

/// <summary>Missions in memory, matched while they change. One writer at a time, any number of readers, which never wait.</summary>
public sealed class MissionMatcher
{
    private readonly MatchWeights _weights;
    private readonly SkillBook _skills = new();
    private readonly Codebook<Guid> _organisations = new();
    private readonly MatchLayers<MatchMission> _layers;

    /// <param name="weights">Those in use when absent.</param>
    public MissionMatcher(MatchWeights? weights = null)
    {
        _weights = (weights ?? MatchWeights.Current).Checked();
        _layers = new(ofVolunteers: false, Add);
    }

    /// <summary>What readers see now; keep it for as long as one answer needs.</summary>
    public MissionMatches Current => new(_layers.Current, _weights, _skills, _organisations);

    /// <summary>Whether so much has changed that <see cref="Merge"/> is worth its time.</summary>
    public bool MergeIsDue => _layers.MergeIsDue;

    /// <summary>Starts anew with these missions.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public void Build(IEnumerable<MatchMission> missions)
    {
        ArgumentNullException.ThrowIfNull(missions);
        _layers.Build(missions);
    }

    /// <summary>Takes changes in, the later of two for one mission counting, and shows them all at once.</summary>
    /// <returns>The <see cref="MissionMatches.Number"/> from which on they show.</returns>
    public long Apply(IReadOnlyList<MatchMissionChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return _layers.Apply(changes.Select(change => (change.Id, change.Mission)));
    }

    /// <summary>Makes one base of everything. Runs beside readers and <see cref="Apply"/>.</summary>
    public void Merge(CancellationToken stop = default) => _layers.Merge(stop);

    private void Add(MatchSegmentBuilder builder, MatchMission mission)
    {
        var skills = Skills.Of(mission, _skills.CodeOf);
        builder.Add(mission.Id.ToNumber(), _organisations.CodeOf(mission.OrganisationId), skills, MissionRows.Of(mission, skills));
    }
}
