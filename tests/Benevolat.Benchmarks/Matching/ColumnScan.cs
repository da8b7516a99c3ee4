using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Benevolat.Index.Matching;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Benchmarks.Matching;

/// <summary>The least that matching could cost: to read the bytes of its columns, once, as fast as one thread can, and do nothing with them.</summary>
internal sealed class ColumnScan(MissionMatches missions)
{
    private readonly MatchSegment _segment = missions.Layers[0].Segment;

    /// <summary>Of the columns that rows are judged by.</summary>
    public long Bytes => (8L * (_segment.First.Length + _segment.Second.Length + _segment.Third.Length + _segment.Skills.Length))
        + (4L * (_segment.Low.Length + _segment.High.Length + _segment.Bits.Length + _segment.Untils.Length));

    /// <summary>A sum, so that no byte can be left out.</summary>
    public ulong Read()
    {
        var sum = Vector256<ulong>.Zero;
        sum ^= Sum(MemoryMarshal.AsBytes<uint>(_segment.Low)) ^ Sum(MemoryMarshal.AsBytes<uint>(_segment.High)) ^ Sum(MemoryMarshal.AsBytes<ulong>(_segment.First)) ^ Sum(MemoryMarshal.AsBytes<ulong>(_segment.Second))
            ^ Sum(MemoryMarshal.AsBytes<ulong>(_segment.Third)) ^ Sum(MemoryMarshal.AsBytes<ulong>(_segment.Skills))
            ^ Sum(MemoryMarshal.AsBytes<uint>(_segment.Bits)) ^ Sum(MemoryMarshal.AsBytes<int>(_segment.Untils));
        return Vector256.Sum(sum);
    }

    private static Vector256<ulong> Sum(ReadOnlySpan<byte> bytes)
    {
        // Four sums: one alone would wait for its additions instead of for the memory.
        var vectors = MemoryMarshal.Cast<byte, Vector256<ulong>>(bytes);
        var (a, b, c, d) = (Vector256<ulong>.Zero, Vector256<ulong>.Zero, Vector256<ulong>.Zero, Vector256<ulong>.Zero);
        var place = 0;
        for (; place + 4 <= vectors.Length; place += 4)
        {
            a += vectors[place];
            b += vectors[place + 1];
            c += vectors[place + 2];
            d += vectors[place + 3];
        }

        for (; place < vectors.Length; place++) { a += vectors[place]; }
        return a + b + c + d;
    }
}
