using Benevolat.Index.Geography;
using Benevolat.Index.Matching.Rules;

namespace Benevolat.Index.Matching.Segments;

/// <summary>A volunteer as rows: one at home, and one from home for who works from there.</summary>
internal static class VolunteerRows
{
    public static MatchRow[] Of(MatchVolunteer volunteer, ReadOnlySpan<int> skills)
    {
        var row = One(volunteer, skills);
        var fromHome = row with { Cell = HilbertCurve.Nowhere, Bits = row.Bits | MissionBits.Nowhere };
        return [.. volunteer.Place is null ? (MatchRow[])[] : [row], .. volunteer.Remote ? [fromHome] : (MatchRow[])[]];
    }

    /// <summary>All of it in one.</summary>
    public static MatchRow One(MatchVolunteer volunteer, ReadOnlySpan<int> skills)
    {
        var position = volunteer.Place is { } home ? Positions.Of(home) : Positions.Nowhere;
        return new MatchRow
        {
            Position = position,
            Cell = Positions.CellOf(position),
            First = volunteer.Free.First,
            Second = volunteer.Free.Second,
            Third = volunteer.Free.Third,
            Skills = Skills.Signature(skills, Skills.Has),
            SkillsToLearn = Skills.Signature(skills, Skills.Learns),
            Causes = volunteer.Causes,
            Bits = VolunteerBits.Of(volunteer) | (volunteer is { Remote: true, Place: not null } ? MissionBits.Several : 0),
            Reach = Reach.Of(volunteer.RadiusKm),
        };
    }
}
