namespace Benevolat.Index.Matching.Segments;

/// <summary>
/// A mission at one place and time, or a volunteer at home or working from there: what a segment keeps column by column. Fields that
/// only one side has are nothing on the other.
/// </summary>
internal readonly record struct MatchRow
{
    public ulong Position { get; init; }
    public uint Cell { get; init; }
    public ulong First { get; init; }
    public ulong Second { get; init; }
    public ulong Third { get; init; }
    public ulong Skills { get; init; }
    public uint Bits { get; init; }

    /// <summary>Of a mission: when it stops counting.</summary>
    public int Until { get; init; }

    /// <summary>Of a volunteer.</summary>
    public ulong SkillsToLearn { get; init; }
    public uint Causes { get; init; }
    public Rules.Reach Reach { get; init; }
}
