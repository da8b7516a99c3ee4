namespace Benevolat.Missions.Features.Places.Lookup;

/// <summary>The terms by which a place is found.</summary>
internal static class PlaceTerms
{
    private static readonly string[] OfAnArrondissement = ["arrondissement", "arr", "arrt", "ardt", "e", "er", "ere", "eme", "de"];

    public static bool IsFiller(string word) => OfAnArrondissement.Contains(word);

    /// <summary>
    /// The words of the name, of an arrondissement only those of its city: "Paris 11e Arrondissement" is "paris" and a number.
    /// </summary>
    public static string[] NameWords(Place place, bool isArrondissement)
    {
        var words = PlaceName.Words(place.Name);
        return isArrondissement ? [.. words.TakeWhile(word => !char.IsAsciiDigit(word[0]))] : words;
    }

    /// <summary>What people type besides words of the name: postcodes, the department, the name without its gaps.</summary>
    public static IEnumerable<string> Others(
        Place place, string[] words, bool isArrondissement, IReadOnlySet<string> postcodesOfArrondissements)
    {
        // "Paris 75" is Paris: an arrondissement has a number and no department.
        IEnumerable<string> terms = isArrondissement ? [.. place.Postcodes, .. OfAnArrondissement, .. Number(place.Name)]
            : [place.Department.ToLowerInvariant(),
                .. place.Postcodes.SelectMany(code => Postcode(code, place, postcodesOfArrondissements))];
        return words.Length > 1 ? [.. terms, string.Concat(words), .. Elided(words)] : terms;
    }

    /// <summary>
    /// A postcode of an arrondissement means that one and not its whole city, which answers to the beginning of them all
    /// and to the one that doesn't exist but is often written: 75000, 69000, 13000.
    /// </summary>
    private static IEnumerable<string> Postcode(string postcode, Place place, IReadOnlySet<string> ofArrondissements) =>
        ofArrondissements.Contains(postcode) ? [postcode[..^1], $"{place.Department}000"] : [postcode];

    /// <summary>"larbresle", "dascq": the apostrophe left out.</summary>
    private static IEnumerable<string> Elided(string[] words) =>
        words.Zip(words.Skip(1)).Where(pair => pair.First is "l" or "d").Select(pair => pair.First + pair.Second);

    /// <summary>"3e" is "3", and "03" as the post office writes it.</summary>
    private static IEnumerable<string> Number(string name)
    {
        var number = PlaceName.Words(name)
            .Select(word => new string([.. word.TakeWhile(char.IsAsciiDigit)])).FirstOrDefault(digits => digits.Length > 0);
        return number is null ? [] : number.Length == 1 ? [number, $"0{number}"] : [number];
    }
}
