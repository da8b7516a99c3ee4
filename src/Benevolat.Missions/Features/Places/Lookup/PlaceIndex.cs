using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Places.Lookup;

/// <summary>
/// All places in memory, numbered from the most populous on (former communes last), so that the first numbers found are the
/// first to be shown. Never changes: a new list makes a new index.
/// </summary>
internal sealed partial class PlaceIndex
{
    private readonly Place[] _places;
    private readonly int[] _nameWords;
    private readonly Dictionary<string, Place> _byCode;
    private readonly PlaceSet _arrondissements;
    private readonly TermTable _words;
    private readonly TermTable _others;

    public PlaceIndex(IReadOnlyCollection<Commune> communes)
    {
        Version = communes.Select(commune => commune.Version).DefaultIfEmpty().Max();
        var known = communes.ToDictionary(commune => commune.Code);
        _byCode = communes.ToDictionary(commune => commune.Code, commune => Place.Of(commune, PresentOf(commune, known)));
        // What merged without a name of its own answers by its code alone, and so does what vanished without a word.
        _places = [.. _byCode.Values.Where(place => !place.Former || (place.MergedInto is { } present && present.Name != place.Name))
            .OrderBy(place => place.Former).ThenByDescending(place => place.Population)
            .ThenBy(place => place.Code, StringComparer.Ordinal)];
        _nameWords = new int[_places.Length];
        _arrondissements = new PlaceSet(_places.Length);

        var cities = _places.Where(place => Communes.CityOf(place.Code) is not null).SelectMany(place => place.Postcodes).ToHashSet();
        var (words, others) = (new Dictionary<string, List<int>>(), new Dictionary<string, List<int>>());
        for (var number = 0; number < _places.Length; number++) { Number(number, cities, words, others); }
        (_words, _others) = (new TermTable(words), new TermTable(others));
    }

    /// <summary>The highest version among the communes it was made of.</summary>
    public long Version { get; }

    public int Count => _places.Length;

    public Place? Find(string code) => _byCode.GetValueOrDefault(code);

    private void Number(
        int number, HashSet<string> postcodesOfArrondissements, Dictionary<string, List<int>> words, Dictionary<string, List<int>> others)
    {
        var place = _places[number];
        var isArrondissement = Communes.CityOf(place.Code) is not null;
        if (isArrondissement) { _arrondissements.Add(number); }

        var name = PlaceTerms.NameWords(place, isArrondissement);
        _nameWords[number] = name.Length;
        foreach (var word in name.Distinct()) { Post(words, word, number); }
        foreach (var term in PlaceTerms.Others(place, name, isArrondissement, postcodesOfArrondissements).Distinct())
        {
            Post(others, term, number);
        }
    }

    private static void Post(Dictionary<string, List<int>> terms, string term, int number)
    {
        if (!terms.TryGetValue(term, out var list)) { terms[term] = list = []; }
        list.Add(number);
    }

    private static PlaceReference? PresentOf(Commune commune, Dictionary<string, Commune> known)
    {
        var present = commune;
        for (var step = 0; step < 20 && present?.MergedInto is { } next; step++) { present = known.GetValueOrDefault(next); }
        return present is null || present == commune ? null : new PlaceReference(present.Code, present.Name);
    }
}
