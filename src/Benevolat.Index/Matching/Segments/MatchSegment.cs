namespace Benevolat.Index.Matching.Segments;

/// <summary>
/// Rows in geographic order, unchangeable, column by column; those that are nowhere last. Columns end with room for one more read of
/// eight rows. What many rows may share (ids, organisations, skills) is kept once for their owner, the mission or the volunteer.
/// </summary>
internal sealed class MatchSegment
{
    /// <summary>Rows that are read at a time.</summary>
    public const int Lanes = 8;

    /// <summary>The cells of so many rows are kept as one.</summary>
    public const int Block = 16;

    /// <summary>Halves of <see cref="Rules.Positions"/>.</summary>
    public required uint[] Low { get; init; }
    public required uint[] High { get; init; }
    public required ulong[] First { get; init; }
    public required ulong[] Second { get; init; }
    public required ulong[] Third { get; init; }
    public required ulong[] Skills { get; init; }
    public required uint[] Bits { get; init; }
    public required int[] Owners { get; init; }

    /// <summary>Of missions.</summary>
    public required int[] Untils { get; init; }
    public required int[] Organisations { get; init; }

    /// <summary>Of volunteers.</summary>
    public required ulong[] SkillsToLearn { get; init; }
    public required uint[] Causes { get; init; }
    public required float[] Limits { get; init; }
    public required float[] Inverses { get; init; }
    public required float[] NearLimits { get; init; }

    /// <summary>The Hilbert number of the first row of each block, and of the last row of all.</summary>
    public required uint[] Cells { get; init; }

    public required int Rows { get; init; }

    /// <summary>From here on rows are nowhere.</summary>
    public required int NowhereFrom { get; init; }

    /// <summary>Of owners, ascending.</summary>
    public required UInt128[] Ids { get; init; }

    /// <summary>Where each owner's skills begin.</summary>
    public required int[] SkillStarts { get; init; }
    public required int[] SkillLists { get; init; }

    /// <summary>The largest of the volunteers' limits: nobody comes from farther.</summary>
    public required float Farthest { get; init; }

    public int Count => Ids.Length;

    public long Bytes => (8L * (First.Length + Second.Length + Third.Length + Skills.Length + SkillsToLearn.Length))
        + (4L * (Low.Length + High.Length + Bits.Length + Owners.Length + Untils.Length + Organisations.Length + Causes.Length + Limits.Length + Inverses.Length + NearLimits.Length))
        + (4L * (Cells.Length + SkillStarts.Length + SkillLists.Length)) + (16L * Ids.Length);

    public ulong PositionOf(int row) => Low[row] | ((ulong)High[row] << 32);

    public ReadOnlySpan<int> SkillsOf(int owner) => SkillLists.AsSpan(SkillStarts[owner], SkillStarts[owner + 1] - SkillStarts[owner]);

    /// <summary>An owner's number; −1 when it isn't here.</summary>
    public int Find(UInt128 id) => Array.BinarySearch(Ids, id) is >= 0 and var owner ? owner : -1;
}
