using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching;

/// <summary>Volunteers in memory, matched while they change: the other direction, by the same rule and the same kernel.</summary>
public sealed class VolunteerMatcher
{
    private readonly MatchWeights _weights;
    private readonly SkillBook _skills = new();
    private readonly MatchLayers<MatchVolunteer> _layers;

    /// <param name="weights">Those in use when absent.</param>
    public VolunteerMatcher(MatchWeights? weights = null)
    {
        _weights = (weights ?? MatchWeights.Current).Checked();
        _layers = new(ofVolunteers: true, Add);
    }

    /// <summary>What readers see now; keep it for as long as one answer needs.</summary>
    public VolunteerMatches Current => new(_layers.Current, _weights, _skills);

    /// <summary>Whether so much has changed that <see cref="Merge"/> is worth its time.</summary>
    public bool MergeIsDue => _layers.MergeIsDue;

    /// <summary>Starts anew with these volunteers: those who agreed to be proposed.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public void Build(IEnumerable<MatchVolunteer> volunteers)
    {
        ArgumentNullException.ThrowIfNull(volunteers);
        _layers.Build(volunteers);
    }

    /// <summary>Takes changes in, the later of two for one volunteer counting, and shows them all at once.</summary>
    /// <returns>The <see cref="VolunteerMatches.Number"/> from which on they show.</returns>
    public long Apply(IReadOnlyList<MatchVolunteerChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return _layers.Apply(changes.Select(change => (change.Id, change.Volunteer)));
    }

    /// <summary>Makes one base of everything. Runs beside readers and <see cref="Apply"/>.</summary>
    public void Merge(CancellationToken stop = default) => _layers.Merge(stop);

    private void Add(MatchSegmentBuilder builder, MatchVolunteer volunteer)
    {
        var skills = Skills.Of(volunteer, _skills.CodeOf);
        builder.Add(volunteer.Id.ToNumber(), 0, skills, VolunteerRows.Of(volunteer, skills));
    }
}
