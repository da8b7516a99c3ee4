using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Benevolat.Index.Matching.Rules;

namespace Benevolat.Index.Matching.Asking;

/// <summary>
/// Eight rows at a time, with AVX2. What it makes of them is a bound: never less than the rule gives, up to what rounding adds. Where the
/// processor has no AVX2, everybody is judged by the rule.
/// </summary>
internal static class Eight
{
    /// <summary>Eight parts are rounded, each by half at most.</summary>
    public const float Rounding = 4;

    public const uint All = 255;

    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(T[] column, int row) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)row);

    /// <summary>The lower halves of eight words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Narrow(Vector256<ulong> low, Vector256<ulong> high) => Vector256.Narrow(low, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SquaredChords(ulong[] positions, int row, Vector256<int> x, Vector256<int> y, Vector256<int> z)
    {
        var (low, high, mask) = (Load(positions, row), Load(positions, row + 4), Vector256.Create(Positions.Mask));
        var east = Vector256.ConvertToSingle(Narrow(low & mask, high & mask).AsInt32() - x);
        var north = Vector256.ConvertToSingle(Narrow((low >>> Positions.Bits) & mask, (high >>> Positions.Bits) & mask).AsInt32() - y);
        var up = Vector256.ConvertToSingle(Narrow(low >>> (2 * Positions.Bits), high >>> (2 * Positions.Bits)).AsInt32() - z);
        return (east * east) + (north * north) + (up * up);
    }

    /// <summary>How many bits are set in three words together, of eight rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Count(
        Vector256<ulong> first, Vector256<ulong> second, Vector256<ulong> third, Vector256<ulong> firstHigh, Vector256<ulong> secondHigh, Vector256<ulong> thirdHigh) =>
        Narrow(Count(first, second, third), Count(firstHigh, secondHigh, thirdHigh)).AsInt32();

    /// <summary>All ones in rows that have nothing set in either word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> AreZero(Vector256<ulong> low, Vector256<ulong> high) =>
        Narrow(Vector256.Equals(low, Vector256<ulong>.Zero), Vector256.Equals(high, Vector256<ulong>.Zero));

    private static Vector256<ulong> Count(Vector256<ulong> first, Vector256<ulong> second, Vector256<ulong> third) =>
        Avx2.SumAbsoluteDifferences(ByByte(first.AsByte()) + ByByte(second.AsByte()) + ByByte(third.AsByte()), Vector256<byte>.Zero).AsUInt64();

    /// <summary>Half bytes looked up sixteen at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> ByByte(Vector256<byte> bytes)
    {
        var counts = Vector256.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var half = Vector256.Create((byte)15);
        return Avx2.Shuffle(counts, bytes & half) + Avx2.Shuffle(counts, (bytes.AsUInt16() >>> 4).AsByte() & half);
    }
}
