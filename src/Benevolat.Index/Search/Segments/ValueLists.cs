namespace Benevolat.Index.Search.Segments;

/// <summary>Short lists of numbers, each distinct one kept once: its length, then its values. Place 0 is the empty list.</summary>
internal sealed class ValueLists(int[] numbers)
{
    public ReadOnlySpan<int> this[int place] => numbers.AsSpan(place + 1, numbers[place]);

    /// <summary>One more than the last place.</summary>
    public int Length => numbers.Length;

    public long Bytes => numbers.Length * sizeof(int);

    /// <summary>Collects lists.</summary>
    public sealed class Builder
    {
        private readonly List<int> _numbers = [0];
        private readonly Dictionary<int[], int> _places = new(Same.Instance);

        public int Add(IEnumerable<int> values) => Keep([.. values.Distinct().Order()]);

        /// <summary>A list of another segment.</summary>
        public int Add(ReadOnlySpan<int> list) => Keep(list.ToArray());

        private int Keep(int[] list)
        {
            if (list.Length == 0) { return 0; }
            if (_places.TryGetValue(list, out var place)) { return place; }

            place = _numbers.Count;
            _numbers.Add(list.Length);
            _numbers.AddRange(list);
            _places[list] = place;
            return place;
        }

        public ValueLists Build() => new([.. _numbers]);
    }

    private sealed class Same : IEqualityComparer<int[]>
    {
        public static readonly Same Instance = new();

        public bool Equals(int[]? one, int[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(int[] list)
        {
            var hash = new HashCode();
            foreach (var value in list) { hash.Add(value); }
            return hash.ToHashCode();
        }
    }
}
