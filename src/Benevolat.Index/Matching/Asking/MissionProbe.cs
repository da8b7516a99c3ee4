using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>A volunteer who meets missions.</summary>
internal readonly struct MissionProbe(MatchRow volunteer, int[] skills, int now, MatchWeights weights, MatchMeans means) : IProbe
{
    public uint Lanes(MatchSegment segment, int row, int threshold) => means is MatchMeans.Plain ? 255u : 255u;

    public uint Rank(MatchSegment segment, int row) => segment.Bits[row] >> MissionBits.RankShift;

    public Failures Judge(MatchSegment segment, int row, out Points points) => Pair.Judge(Volunteer(), Mission(segment, row), now, weights, out points);

    public VolunteerSide Volunteer() => Sides.Volunteer(volunteer, skills);

    public static MissionSide Mission(MatchSegment segment, int row) => new()
    {
        Position = segment.Positions[row],
        First = segment.First[row],
        Second = segment.Second[row],
        Third = segment.Third[row],
        Bits = segment.Bits[row],
        Until = segment.Untils[row],
        Skills = segment.SkillsOf(segment.Owners[row]),
    };
}

/// <summary>A mission, at one of its places and times, that meets volunteers.</summary>
internal readonly struct VolunteerProbe(MatchRow mission, int[] skills, int now, MatchWeights weights, MatchMeans means) : IProbe
{
    public uint Lanes(MatchSegment segment, int row, int threshold) => means is MatchMeans.Plain ? 255u : 255u;

    public uint Rank(MatchSegment segment, int row) => mission.Bits >> MissionBits.RankShift;

    public Failures Judge(MatchSegment segment, int row, out Points points) => Pair.Judge(Volunteer(segment, row), Mission(), now, weights, out points);

    public MissionSide Mission() => Sides.Mission(mission, skills);

    public static VolunteerSide Volunteer(MatchSegment segment, int row) => new()
    {
        Position = segment.Positions[row],
        Reach = new(segment.Limits[row], segment.Inverses[row], segment.NearLimits[row]),
        First = segment.First[row],
        Second = segment.Second[row],
        Third = segment.Third[row],
        Causes = segment.Causes[row],
        Bits = segment.Bits[row],
        Skills = segment.SkillsOf(segment.Owners[row]),
    };
}

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
        Skills = skills,
    };
}
