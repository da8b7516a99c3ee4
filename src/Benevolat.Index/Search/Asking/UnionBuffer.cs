using System.Numerics;

namespace Benevolat.Index.Search.Asking;

/// <summary>Puts several lists of one chunk together, keeping the better score where they meet. Used again and again by one thread.</summary>
internal sealed class UnionBuffer
{
    private const int Chunk = 1 << 16;

    private readonly float[] _best = new float[Chunk];
    private readonly ulong[] _there = new ulong[Chunk / 64];
    private int _first;
    private int _last;

    /// <summary>Ascending, after <see cref="Finish"/>.</summary>
    public ushort[] Placements { get; private set; } = new ushort[64];

    /// <summary>In step with the placements.</summary>
    public float[] Scores { get; private set; } = new float[64];

    public void Start(int first, int last) => (_first, _last) = (first, last);

    public void Add(int placement, float score)
    {
        _there[placement >> 6] |= 1UL << placement;
        if (score > _best[placement]) { _best[placement] = score; }
    }

    /// <summary>Adds scores up instead.</summary>
    public void Sum(int placement, float score)
    {
        _there[placement >> 6] |= 1UL << placement;
        _best[placement] += score;
    }

    /// <summary>Writes the lists, clears the rest, and says how many there are.</summary>
    public int Finish()
    {
        var count = 0;
        for (var word = _first >> 6; word <= _last >> 6; word++)
        {
            var bits = _there[word];
            if (bits == 0) { continue; }

            _there[word] = 0;
            if (count + 64 > Placements.Length) { Grow(); }
            for (; bits != 0; bits &= bits - 1)
            {
                var placement = (word << 6) + BitOperations.TrailingZeroCount(bits);
                (Placements[count], Scores[count++]) = ((ushort)placement, _best[placement]);
                _best[placement] = 0;
            }
        }

        return count;
    }

    private void Grow()
    {
        (var placements, var scores) = (Placements, Scores);
        Array.Resize(ref placements, Math.Min(Chunk + 64, 2 * placements.Length));
        Array.Resize(ref scores, placements.Length);
        (Placements, Scores) = (placements, scores);
    }
}
