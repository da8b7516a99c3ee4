using System.Runtime.CompilerServices;

namespace Benevolat.Index.Search.Segments;

/// <summary>Placements of a segment that are no more. Never changes: one more death makes a new set.</summary>
internal sealed class DeadSet
{
    public static readonly DeadSet None = new([], 0, 0);

    private readonly ulong[] _bits;

    private DeadSet(ulong[] bits, int count, int missions) => (_bits, Count, Missions) = (bits, count, missions);

    /// <summary>Dead placements.</summary>
    public int Count { get; }

    /// <summary>Missions that they belonged to.</summary>
    public int Missions { get; }

    public long Bytes => _bits.Length * sizeof(ulong);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int placement) => _bits.Length > 0 && (_bits[placement >> 6] >> placement & 1) > 0;

    /// <param name="placements">All those of some missions, alive until now.</param>
    /// <param name="size">Placements in the segment.</param>
    public DeadSet With(IReadOnlyCollection<int> placements, int missions, int size)
    {
        var bits = new ulong[(size + 63) >> 6];
        _bits.CopyTo(bits, 0);
        foreach (var placement in placements) { bits[placement >> 6] |= 1UL << placement; }
        return new DeadSet(bits, Count + placements.Count, Missions + missions);
    }
}
