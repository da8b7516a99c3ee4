using System.Runtime.InteropServices;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>A mission with several placements, met at one of them.</summary>
internal readonly ref struct Several(Segment segment, int placement, Filters filters)
{
    private readonly byte _remote = segment.Facts[placement].Remote;

    private ReadOnlySpan<Families.Member> Family => segment.Families.Of(placement);

    /// <summary>Whether this placement lies where it should and none with a lower number does: only then the mission is taken.</summary>
    public bool IsFirst()
    {
        if (!filters.FitsPlace(segment, placement)) { return false; }
        if (segment.Facts[placement].Has(RecordFlags.Lowest)) { return true; }   // mostly, and it saves the walk to the family

        foreach (ref readonly var member in Family)
        {
            if (member.Placement < placement && Fits(member, filters.ChordTo(member))) { return false; }
        }

        return true;
    }

    /// <summary>The nearest that lies where it should and in the departments asked for; −1 when none does.</summary>
    public (int Placement, float Chord) Nearest()
    {
        var nearest = (Placement: -1, Chord: float.PositiveInfinity);
        foreach (ref readonly var member in Family)
        {
            var chord = filters.ChordTo(member);
            if ((nearest.Placement < 0 || chord < nearest.Chord) && Fits(member, chord) && filters.FitsDepartment(member.IsNowhere, _remote, member.Department))
            {
                nearest = (member.Placement, chord);
            }
        }

        return nearest;
    }

    /// <summary>The departments of those that lie where they should, each once.</summary>
    public ReadOnlySpan<ushort> Departments(List<ushort> found)
    {
        found.Clear();
        foreach (ref readonly var member in Family)
        {
            if (member.Department > 0 && !found.Contains(member.Department) && Fits(member, filters.ChordTo(member))) { found.Add(member.Department); }
        }

        return CollectionsMarshal.AsSpan(found);
    }

    private bool Fits(in Families.Member member, float chord) => filters.FitsPlace(segment, member.Placement, member.IsNowhere, _remote, chord);
}
