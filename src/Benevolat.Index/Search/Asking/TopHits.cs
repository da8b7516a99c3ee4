using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>One placement that stands for its mission in a result.</summary>
internal readonly record struct Candidate(double Key, UInt128 Id, Segment Segment, int Placement, float Chord, float Text)
{
    /// <summary>Smaller keys first; among equals the higher id, which is younger.</summary>
    public bool IsBehind(double key, UInt128 id) => Key != key ? Key > key : Id < id;

    public static int Compare(Candidate one, Candidate other) =>
        one.Key != other.Key ? one.Key.CompareTo(other.Key) : other.Id.CompareTo(one.Id);
}

/// <summary>The best of all that come by: a heap with the worst of them on top.</summary>
internal sealed class TopHits
{
    private Candidate[] _heap = new Candidate[32];
    private int _most;

    public int Count { get; private set; }

    public void Start(int most) => (_most, Count) = (most, 0);

    /// <summary>Whether one with this key could still be among the best.</summary>
    public bool Admits(double key) => Count < _most || key <= _heap[0].Key;

    public void Offer(in Candidate candidate)
    {
        if (Count < _most)
        {
            if (Count == _heap.Length) { Array.Resize(ref _heap, 2 * Count); }   // whoever asks for a million gets room for what there is
            _heap[Count++] = candidate;
            Rise(Count - 1);
        }
        else if (_most > 0 && _heap[0].IsBehind(candidate.Key, candidate.Id))
        {
            _heap[0] = candidate;
            Sink(0);
        }
    }

    /// <summary>Best first; the heap is empty afterwards.</summary>
    public Candidate[] Take()
    {
        var best = _heap.AsSpan(0, Count).ToArray();
        Array.Sort(best, Candidate.Compare);
        Array.Clear(_heap, 0, Count);   // or it would keep old segments alive
        Count = 0;
        return best;
    }

    private void Rise(int place)
    {
        while (place > 0 && _heap[place].IsBehind(_heap[(place - 1) / 2].Key, _heap[(place - 1) / 2].Id))
        {
            (_heap[place], _heap[(place - 1) / 2]) = (_heap[(place - 1) / 2], _heap[place]);
            place = (place - 1) / 2;
        }
    }

    private void Sink(int place)
    {
        for (var child = 1; child < Count; child = (2 * place) + 1)
        {
            if (child + 1 < Count && _heap[child + 1].IsBehind(_heap[child].Key, _heap[child].Id)) { child++; }
            if (!_heap[child].IsBehind(_heap[place].Key, _heap[place].Id)) { return; }

            (_heap[place], _heap[child]) = (_heap[child], _heap[place]);
            place = child;
        }
    }
}
