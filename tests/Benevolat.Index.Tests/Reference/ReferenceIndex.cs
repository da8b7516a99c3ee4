using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Reference;

/// <summary>A list of missions, and what it was like when it was last built or merged.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<Guid, ReadDocument> _missions = [];
    private readonly Synonyms _synonyms;
    private Statistics _statistics = new([]);

    /// <param name="synonyms">The list that the engine carries when absent.</param>
    public ReferenceIndex(string? synonyms = null)
    {
        _synonyms = synonyms is null ? Synonyms.BuiltIn : new(synonyms);
        Current = Now();
    }

    public ReferenceSnapshot Current { get; private set; }

    public void Build(IEnumerable<MissionDocument> documents)
    {
        _missions.Clear();
        foreach (var document in documents) { _missions.Add(document.Id, new(document)); }
        Merge();
    }

    public void Apply(IEnumerable<MissionChange> changes)
    {
        foreach (var (id, document) in changes)
        {
            if (document is null) { _missions.Remove(id); }
            else { _missions[id] = new(document); }
        }

        Current = Now();
    }

    public void Merge()
    {
        _statistics = new([.. _missions.Values]);
        Current = Now();
    }

    private ReferenceSnapshot Now() => new([.. _missions.Values], _statistics, _synonyms);
}
