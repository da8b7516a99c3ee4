using Benevolat.Index.Geography;

namespace Benevolat.Index.Search.Segments;

/// <summary>
/// The placements of each mission that has several, one behind the other with what decides whether they lie where they should: whoever
/// meets one of them while it scans some place looks at the others without going to where they are.
/// </summary>
internal sealed class Families
{
    private readonly int[] _startOf;
    private readonly Member[] _members;

    /// <param name="byMission">The placements of each mission, in the order of its addresses, nowhere last.</param>
    public Families(IEnumerable<int[]> byMission, MissionFacts[] facts, MissionSpot[] spots)
    {
        (_startOf, var members) = (new int[facts.Length], new List<Member>());
        foreach (var family in byMission.Where(family => family.Length > 1))
        {
            foreach (var placement in family)
            {
                _startOf[placement] = members.Count - Array.IndexOf(family, placement);
                members.Add(new Member(placement, spots[placement].Position, facts[placement].Department, spots[placement].Place, (ushort)family.Length));
            }
        }

        _members = [.. members];
    }

    public long Bytes => (_startOf.Length * sizeof(int)) + (_members.Length * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<Member>());

    /// <summary>All placements of a mission, by one that <see cref="RecordFlags.HasSiblings"/>.</summary>
    public ReadOnlySpan<Member> Of(int placement)
    {
        var start = _startOf[placement];
        return _members.AsSpan(start, _members[start].Size);
    }

    /// <param name="Place">Which of the mission's addresses; −1 is nowhere.</param>
    /// <param name="Size">Of the family.</param>
    public readonly record struct Member(int Placement, UnitVector Position, ushort Department, short Place, ushort Size)
    {
        public bool IsNowhere => Place < 0;
    }
}
