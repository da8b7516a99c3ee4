namespace Benevolat.Index.Matching.Asking;

/// <summary>The row that stands for its owner in an answer.</summary>
/// <param name="Layer">In which of the segments…</param>
/// <param name="Row">…and where.</param>
/// <param name="Side">Which of the rows that were asked with.</param>
/// <param name="Rank">Of rows with one score the lowest is told: the first place, the first time.</param>
internal readonly record struct Candidate(int Score, UInt128 Id, int Layer, int Row, int Side, uint Rank)
{
    /// <summary>Higher scores first; among equals the lower id.</summary>
    public bool IsBehind(int score, UInt128 id) => Score != score ? Score < score : Id > id;

    public static int Compare(Candidate one, Candidate other) =>
        one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Id.CompareTo(other.Id);
}

/// <summary>The best of all that come by, each owner once: a heap with the worst of them on top.</summary>
internal sealed class TopRows
{
    private Candidate[] _heap = new Candidate[32];
    private int _most;

    public int Count { get; private set; }

    /// <summary>Who scores less is not among the best.</summary>
    public int Threshold { get; private set; }

    public void Start(int most)
    {
        (_most, Count, Threshold) = (Math.Clamp(most, 0, MatchAsk.MostHits), 0, most > 0 ? 0 : int.MaxValue);
        if (_heap.Length < _most) { _heap = new Candidate[_most]; }
    }

    /// <param name="several">The owner may be here already, by another of its rows.</param>
    public void Offer(in Candidate candidate, bool several)
    {
        if (several && IndexOf(candidate.Id) is >= 0 and var known)
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
        else if (_most > 0 && _heap[0].IsBehind(candidate.Score, candidate.Id))
        {
            _heap[0] = candidate;
            Sink(0);
        }

        if (Count == _most) { Threshold = _heap[0].Score; }
    }

    /// <summary>Best first, until the next start.</summary>
    public ReadOnlySpan<Candidate> Sorted()
    {
        var best = _heap.AsSpan(0, Count);
        best.Sort(Candidate.Compare);
        return best;
    }

    private int IndexOf(UInt128 id)
    {
        for (var place = 0; place < Count; place++)
        {
            if (_heap[place].Id == id) { return place; }
        }

        return -1;
    }

    private void Rise(int place)
    {
        while (place > 0 && _heap[place].IsBehind(_heap[(place - 1) / 2].Score, _heap[(place - 1) / 2].Id))
        {
            (_heap[place], _heap[(place - 1) / 2]) = (_heap[(place - 1) / 2], _heap[place]);
            place = (place - 1) / 2;
        }
    }

    private void Sink(int place)
    {
        for (var child = (2 * place) + 1; child < Count; child = (2 * place) + 1)
        {
            if (child + 1 < Count && _heap[child + 1].IsBehind(_heap[child].Score, _heap[child].Id)) { child++; }
            if (!_heap[child].IsBehind(_heap[place].Score, _heap[place].Id)) { return; }

            (_heap[place], _heap[child]) = (_heap[child], _heap[place]);
            place = child;
        }
    }
}
