using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>
/// Eight rows at a time, with AVX2. What it makes of them is a bound: never less than the rule gives, up to what rounding adds. Where the
/// processor has no AVX2, everybody is judged by the rule.
/// </summary>
internal static class Eight
{
    /// <summary>Eight parts are rounded, each by half at most; inverses and roots are within 1/2,700 of weights that are 10,000 at most.</summary>
    public const float Rounding = 4 + (2 * 10_000 / 2_700f);

    public const uint All = 255;

    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(T[] column, int row) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)row);

    /// <summary>The lower halves of eight words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Narrow(Vector256<ulong> low, Vector256<ulong> high) => Vector256.Narrow(low, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SquaredChords(MatchSegment segment, int row, Vector256<int> x, Vector256<int> y, Vector256<int> z)
    {
        var (low, high) = (Load(segment.Low, row), Load(segment.High, row));
        var up = ((low & Vector256.Create(Positions.UpHighMask)) << Positions.UpLow) | (high & Vector256.Create(Positions.UpLowMask));
        var east = Vector256.ConvertToSingle((low >>> Positions.UpHigh).AsInt32() - x);
        var north = Vector256.ConvertToSingle((high >>> Positions.UpHigh).AsInt32() - y);
        var height = Vector256.ConvertToSingle(up.AsInt32() - z);
        return (east * east) + (north * north) + (height * height);
    }

    /// <summary>Whether all are farther away than that by x alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreBeyond(MatchSegment segment, int row, Vector256<int> x, Vector256<int> farthest) =>
        Vector256.GreaterThanAll(Vector256.Abs((Load(segment.Low, row) >>> Positions.UpHigh).AsInt32() - x), farthest);

    /// <summary>Chords from their squares, to 1/2,700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Roots(Vector256<float> squares) => squares * Avx.ReciprocalSqrt(Vector256.Max(squares, Vector256<float>.One));

    /// <summary>One over each, to 1/2,700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Inverses(Vector256<float> values) => Avx.Reciprocal(values);

    /// <summary>How many bits are set in three words together, of eight rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Count(
        Vector256<ulong> first, Vector256<ulong> second, Vector256<ulong> third, Vector256<ulong> firstHigh, Vector256<ulong> secondHigh, Vector256<ulong> thirdHigh) =>
        Narrow(Count(first, second, third), Count(firstHigh, secondHigh, thirdHigh)).AsInt32();

    /// <summary>All ones in rows that have nothing set in either word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> AreZero(Vector256<ulong> low, Vector256<ulong> high) =>
        Narrow(Vector256.Equals(low, Vector256<ulong>.Zero), Vector256.Equals(high, Vector256<ulong>.Zero));

    /// <summary>A full adder first: what is set in one or all of the three counts once, what is set in two or three counts twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Count(Vector256<ulong> first, Vector256<ulong> second, Vector256<ulong> third)
    {
        var either = first ^ second;
        var (ones, twos) = (ByByte((either ^ third).AsByte()), ByByte(((first & second) | (either & third)).AsByte()));
        return Avx2.SumAbsoluteDifferences(ones + twos + twos, Vector256<byte>.Zero).AsUInt64();
    }

    /// <summary>Half bytes looked up sixteen at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> ByByte(Vector256<byte> bytes)
    {
        var counts = Vector256.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var half = Vector256.Create((byte)15);
        return Avx2.Shuffle(counts, bytes & half) + Avx2.Shuffle(counts, (bytes.AsUInt16() >>> 4).AsByte() & half);
    }
}
