namespace Benevolat.Benchmarks.Corpus;

/// <summary>
/// Random numbers (SplitMix64) that depend on nothing but what they are for: the n-th mission is the same whether all are made
/// or only that one, on every machine and every version of the runtime.
/// </summary>
internal sealed class Randomness(ulong seed, long which)
{
    private ulong _state = Mix(seed ^ Mix((ulong)which + 0x9E3779B97F4A7C15));

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>0 to 1, 1 excluded.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 to <paramref name="bound"/>, the bound excluded.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Normally distributed, mean 0 and deviation 1.</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>A UUIDv7 of that moment.</summary>
    public Guid NextId(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Next() & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000);
        var low = Next();
        (bytes[6], bytes[7]) = ((byte)(0x70 | (low & 0x0F)), (byte)(low >> 8));
        return new Guid(bytes, bigEndian: true);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
