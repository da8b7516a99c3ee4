using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>The row that stands for its owner in an answer.</summary>
/// <param name="Layer">In which of the segments…</param>
/// <param name="Owner">…whose…</param>
/// <param name="Row">…and where.</param>
/// <param name="Side">Which of the rows that were asked with.</param>
/// <param name="Rank">Of rows with one score the lowest is told: the first place, the first time.</param>
internal readonly record struct Candidate(int Score, int Layer, int Owner, int Row, int Side, uint Rank)
{
    public UInt128 IdIn(IReadOnlyList<MatchLayer> layers) => layers[Layer].Segment.Ids[Owner];
}

/// <summary>The best of all that come by, each owner once: a heap with the worst of them on top.</summary>
internal sealed class TopRows
{
    private Candidate[] _heap = new Candidate[32];
    private IReadOnlyList<MatchLayer> _layers = [];
    private int _most;

    public int Count { get; private set; }

    /// <summary>Who scores less is not among the best.</summary>
    public int Threshold { get; private set; }

    public void Start(int most, IReadOnlyList<MatchLayer> layers)
    {
        _layers = layers;
        (_most, Count, Threshold) = (Math.Clamp(most, 0, MatchAsk.MostHits), 0, most > 0 ? 0 : int.MaxValue);
        if (_heap.Length < _most) { _heap = new Candidate[_most]; }
    }

    /// <param name="several">The owner may be here already, by another of its rows.</param>
    public void Offer(in Candidate candidate, bool several)
    {
        if (several && IndexOf(candidate) is >= 0 and var known)
        {
            ref var mine = ref _heap[known];
            if (candidate.Score > mine.Score)
            {
                mine = candidate;
                Sink(known);
            }
            else if (candidate.Score == mine.Score && candidate.Rank < mine.Rank) { mine = candidate; }
        }
        else if (Count < _most)
        {
            _heap[Count++] = candidate;
            Rise(Count - 1);
        }
        else if (_most > 0 && IsBehind(_heap[0], candidate))
        {
            _heap[0] = candidate;
            Sink(0);
        }

        if (Count == _most) { Threshold = _heap[0].Score; }
    }

    /// <summary>Best first, until the next start; lets go of the segments.</summary>
    public ReadOnlySpan<Candidate> Sorted()
    {
        var best = _heap.AsSpan(0, Count);
        best.Sort((one, other) => IsBehind(one, other) ? 1 : one == other ? 0 : -1);
        _layers = [];
        return best;
    }

    private int IndexOf(in Candidate candidate)
    {
        for (var place = 0; place < Count; place++)
        {
            if (_heap[place].Owner == candidate.Owner && _heap[place].Layer == candidate.Layer) { return place; }
        }

        return -1;
    }

    /// <summary>
    /// Higher scores first; among equals the lower id. Owners of a segment are numbered by id, so that ids, which lie far apart in memory, are
    /// needed only between segments.
    /// </summary>
    private bool IsBehind(in Candidate one, in Candidate other) =>
        one.Score != other.Score ? one.Score < other.Score
        : one.Layer == other.Layer ? one.Owner > other.Owner
        : one.IdIn(_layers) > other.IdIn(_layers);

    private void Rise(int place)
    {
        while (place > 0 && IsBehind(_heap[place], _heap[(place - 1) / 2]))
        {
            (_heap[place], _heap[(place - 1) / 2]) = (_heap[(place - 1) / 2], _heap[place]);
            place = (place - 1) / 2;
        }
    }

    private void Sink(int place)
    {
        for (var child = (2 * place) + 1; child < Count; child = (2 * place) + 1)
        {
            if (child + 1 < Count && IsBehind(_heap[child + 1], _heap[child])) { child++; }
            if (!IsBehind(_heap[child], _heap[place])) { return; }

            (_heap[place], _heap[child]) = (_heap[child], _heap[place]);
            place = child;
        }
    }
}
