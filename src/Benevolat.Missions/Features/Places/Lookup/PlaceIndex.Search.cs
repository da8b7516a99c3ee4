namespace Benevolat.Missions.Features.Places.Lookup;

internal sealed partial class PlaceIndex
{
    /// <summary>
    /// The place of this name that has this postcode; for a postcode of nobody (CEDEX), the only one of this name in its department.
    /// </summary>
    public Place? Find(string postcode, string name)
    {
        var words = PlaceName.Words(name).TakeWhile(word => word != "cedex" && !char.IsAsciiDigit(word[0])).ToArray();
        if (words.Length == 0) { return null; }

        var named = All();
        foreach (var word in words) { named.KeepOnly(Equal(word)); }
        var candidates = named.Members().Where(number => _nameWords[number] == words.Length).ToList();
        var here = Equal(postcode);
        var found = candidates.Where(here.Contains).Select(number => _places[number]).FirstOrDefault();
        if (found is not null) { return found; }

        bool IsNear(int number) => !_arrondissements.Contains(number) && IsIn(_places[number].Department, postcode);
        var near = candidates.Where(IsNear).Take(2).ToList();
        return near.Count == 1 ? _places[near[0]] : null;
    }

    /// <summary>
    /// Exact names first (the 13th arrondissement before the department, for "Marseille 13"), then the most populous;
    /// where nothing fits, what fits with one typo.
    /// </summary>
    public IReadOnlyList<Place> Search(string text, int most)
    {
        var question = new PlaceQuestion(text);
        if (question.Words.Count == 0) { return []; }

        var begun = question.Words.Select(word => Collect(word, _words.AddBeginningWith, _others.AddBeginningWith)).ToList();
        var found = All();
        foreach (var set in begun) { found.KeepOnly(set); }
        Narrow(found, question);
        var exact = found.IsEmpty ? Forgive(question, begun, found) : ExactOf(question);
        var others = found.Members().Where(number => !exact.Contains(number));
        return [.. ByNumber(exact).Concat(others).Take(most).Select(number => _places[number])];
    }

    /// <summary>Only the places that are called exactly so, the most populous first.</summary>
    public IReadOnlyList<Place> Named(string text, int most)
    {
        var question = new PlaceQuestion(text);
        return question.Words.Count == 0 ? [] : [.. ByNumber(ExactOf(question)).Take(most).Select(number => _places[number])];
    }

    private PlaceSet ExactOf(PlaceQuestion question)
    {
        var whole = All();
        foreach (var word in question.Words) { whole.KeepOnly(Collect(word, _words.AddEqualTo, _others.AddEqualTo)); }
        Narrow(whole, question);
        return NamedInFull(whole, question);
    }

    /// <summary>Those of which every word of the name was typed; postcodes and departments beside it don't matter.</summary>
    private PlaceSet NamedInFull(PlaceSet whole, PlaceQuestion question)
    {
        var letters = question.Words.Count(word => !word.IsNumber);
        var fillers = question.Words.Count(word => PlaceTerms.IsFiller(word.Text));
        var named = new PlaceSet(_places.Length);
        foreach (var number in whole.Members())
        {
            if (_nameWords[number] == (_arrondissements.Contains(number) ? letters - fillers : letters)) { named.Add(number); }
        }

        return named;
    }

    /// <summary>
    /// One word, and only one, is allowed its typo; numbers are none. Adds what fits to <paramref name="found"/> and tells what fits in
    /// full.
    /// </summary>
    private PlaceSet Forgive(PlaceQuestion question, List<PlaceSet> begun, PlaceSet found)
    {
        var whole = new PlaceSet(_places.Length);
        var lost = Enumerable.Range(0, begun.Count).Where(i => begun[i].IsEmpty).ToList();
        var suspects = lost.Count switch { 0 => Enumerable.Range(0, begun.Count), 1 => lost, _ => [] };
        foreach (var suspect in suspects.Where(i => question.Words[i] is { IsNumber: false, Text.Length: >= 4 }))
        {
            var (almost, entirely) = (new PlaceSet(_places.Length), new PlaceSet(_places.Length));
            _words.AddAlmostBeginningWith(question.Words[suspect].Text, almost, entirely);
            foreach (var (other, word) in question.Words.Index().Where(pair => pair.Index != suspect))
            {
                almost.KeepOnly(begun[other]);
                entirely.KeepOnly(Collect(word, _words.AddEqualTo, _others.AddEqualTo));
            }

            found.AddAll(almost);
            whole.AddAll(entirely);
        }

        Narrow(found, question);
        Narrow(whole, question);
        return NamedInFull(whole, question);
    }

    private IEnumerable<int> ByNumber(PlaceSet exact) => exact.Members().OrderByDescending(_arrondissements.Contains);

    private void Narrow(PlaceSet found, PlaceQuestion question)
    {
        if (!question.AsksForArrondissements) { found.Remove(_arrondissements); }
    }

    private PlaceSet Collect(AskedWord word, Action<string, PlaceSet> words, Action<string, PlaceSet> others)
    {
        var set = new PlaceSet(_places.Length);
        foreach (var spelling in word.Spellings)
        {
            words(spelling, set);
            others(spelling, set);
        }

        return set;
    }

    private PlaceSet Equal(string term) => Collect(new AskedWord([term]), _words.AddEqualTo, _others.AddEqualTo);

    private PlaceSet All() => PlaceSet.Full(_places.Length);

    private static bool IsIn(string department, string postcode) =>
        postcode.StartsWith(department is "2A" or "2B" ? "20" : department, StringComparison.Ordinal);
}
