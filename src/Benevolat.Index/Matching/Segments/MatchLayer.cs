using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching.Segments;

/// <summary>A segment and those of its owners that are gone by now.</summary>
internal sealed record MatchLayer(MatchSegment Segment, DeadSet Dead)
{
    public int Live => Segment.Count - Dead.Count;

    /// <summary>The number of one that is still here; −1 otherwise.</summary>
    public int FindLive(UInt128 id) => Segment.Find(id) is >= 0 and var owner && !Dead.Contains(owner) ? owner : -1;

    public MatchLayer Without(IReadOnlyCollection<UInt128> ids)
    {
        var found = ids.Select(FindLive).Where(owner => owner >= 0).ToList();
        return found.Count == 0 ? this : this with { Dead = Dead.With(found, found.Count, Segment.Count) };
    }
}
