using System.Runtime.CompilerServices;

namespace Benevolat.Index.Search.Segments;

/// <summary>
/// Missions in geographic order, unchangeable. A mission with several addresses has a placement, a number of its own, for each,
/// and all of them have its words: so every filter and every list speaks of placements, and a radius is a few ranges of them.
/// </summary>
internal sealed class Segment
{
    public required Vocabulary Vocabulary { get; init; }
    public required Postings Postings { get; init; }
    public required MissionFacts[] Facts { get; init; }
    public required MissionLabels[] Labels { get; init; }
    public required MissionSpot[] Spots { get; init; }
    public required MissionDetails[] Details { get; init; }
    public required UInt128[] Ids { get; init; }
    public required long[] Revisions { get; init; }

    /// <summary>Hilbert numbers, ascending.</summary>
    public required uint[] Cells { get; init; }

    /// <summary>The first placement of each mission, by id.</summary>
    public required int[] ById { get; init; }

    public required Families Families { get; init; }
    public required ValueLists Values { get; init; }
    public required byte[] Forward { get; init; }

    /// <summary>Mean number of words in each field, over all missions.</summary>
    public required float[] AverageLengths { get; init; }

    public int Placements => Facts.Length;

    public int Documents => ById.Length;

    public long Bytes => Vocabulary.Bytes + Postings.Bytes + Values.Bytes + Forward.Length + (ById.Length * 4L) + Families.Bytes
        + (Placements * (Unsafe.SizeOf<MissionFacts>() + Unsafe.SizeOf<MissionLabels>() + Unsafe.SizeOf<MissionSpot>() + Unsafe.SizeOf<MissionDetails>() + 16L + 8 + 4));

    public MissionRecord RecordOf(int placement) => new(Facts[placement], Labels[placement], Spots[placement], Details[placement]);

    public ForwardText TextOf(int placement) => new(Forward, (int)Details[placement].Text);

    /// <summary>The first placement of a mission; −1 when it isn't here.</summary>
    public int Find(UInt128 id)
    {
        var (low, high) = (0, ById.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = Ids[ById[middle]];
            if (found == id) { return ById[middle]; }
            if (found < id) { low = middle + 1; }
            else { high = middle - 1; }
        }

        return -1;
    }

    /// <summary>Every placement of the mission that has this one.</summary>
    public int[] PlacementsOf(int placement) =>
        Facts[placement].Has(RecordFlags.HasSiblings) ? [.. Families.Of(placement).ToArray().Select(member => member.Placement)] : [placement];

    /// <summary>The first placement, from this one on, whose cell is not before that one; looked for in growing strides, since grounds are small.</summary>
    public int FirstFrom(uint cell, int from)
    {
        var (low, stride) = (from, 1);
        while (low + stride <= Cells.Length && Cells[low + stride - 1] < cell)
        {
            low += stride;
            stride *= 2;
        }

        var high = Math.Min(Cells.Length, low + stride - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Cells[middle] < cell) { low = middle + 1; }
            else { high = middle; }
        }

        return low;
    }
}

internal static class MissionIds
{
    /// <summary>A GUID as the number that its RFC 9562 bytes spell, which is how PostgreSQL orders them too.</summary>
    public static UInt128 ToNumber(this Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    public static Guid ToGuid(this UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new Guid(bytes, bigEndian: true);
    }
}
