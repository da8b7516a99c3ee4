namespace Benevolat.Missions.Features.Places.Lookup;

/// <summary>Terms in alphabetical order, each with the places that have it: what begins alike stands together.</summary>
internal sealed class TermTable
{
    private readonly string[] _terms;
    private readonly int[] _starts;
    private readonly int[] _places;

    public TermTable(Dictionary<string, List<int>> places)
    {
        _terms = [.. places.Keys.Order(StringComparer.Ordinal)];
        _starts = new int[_terms.Length + 1];
        _places = new int[places.Values.Sum(list => list.Count)];
        for (var (term, at) = (0, 0); term < _terms.Length; term++)
        {
            var list = places[_terms[term]];
            list.CopyTo(_places, at);
            at += list.Count;
            _starts[term + 1] = at;
        }
    }

    public void AddBeginningWith(string beginning, PlaceSet set)
    {
        for (var term = First(beginning); Begins(term, beginning); term++) { AddAt(term, set); }
    }

    public void AddEqualTo(string text, PlaceSet set)
    {
        var term = First(text);
        if (term < _terms.Length && _terms[term] == text) { AddAt(term, set); }
    }

    /// <summary>
    /// Terms that the text may be with one slip of the fingers; in <paramref name="whole"/> those that it is in full length.
    /// </summary>
    public void AddAlmostBeginningWith(string text, PlaceSet set, PlaceSet whole)
    {
        foreach (var beginning in OneTypo.Beginnings(text))
        {
            for (var term = First(beginning); Begins(term, beginning); term++)
            {
                var likeness = OneTypo.Compare(text, _terms[term]);
                if (likeness != Likeness.None) { AddAt(term, set); }
                if (likeness == Likeness.Whole) { AddAt(term, whole); }
            }
        }
    }

    private bool Begins(int term, string beginning) =>
        term < _terms.Length && _terms[term].StartsWith(beginning, StringComparison.Ordinal);

    private int First(string text)
    {
        var found = Array.BinarySearch(_terms, text, StringComparer.Ordinal);
        return found < 0 ? ~found : found;
    }

    private void AddAt(int term, PlaceSet set)
    {
        foreach (var place in _places.AsSpan(_starts[term].._starts[term + 1])) { set.Add(place); }
    }
}
