using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>From whoever asks to what the rule takes.</summary>
internal static class Sides
{
    public static VolunteerSide Volunteer(scoped in MatchRow row, ReadOnlySpan<int> skills) => new()
    {
        Position = row.Position,
        Reach = row.Reach,
        First = row.First,
        Second = row.Second,
        Third = row.Third,
        Causes = row.Causes,
        Bits = row.Bits,
        Signature = row.Skills | row.SkillsToLearn,
        Skills = skills,
    };

    public static MissionSide Mission(scoped in MatchRow row, ReadOnlySpan<int> skills) => new()
    {
        Position = row.Position,
        First = row.First,
        Second = row.Second,
        Third = row.Third,
        Bits = row.Bits,
        Until = row.Until,
        Signature = row.Skills,
        Skills = skills,
    };
}
