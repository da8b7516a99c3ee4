using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Places.Geocoding;

/// <summary>The communes that an address may lie in, from its text alone.</summary>
internal static class CommuneGuess
{
    /// <summary>In words; the longest there is has eight.</summary>
    private const int LongestName = 10;

    public static IReadOnlyList<FoundAddress> Of(Gazetteer gazetteer, string text, string? communeCode, int most)
    {
        if (communeCode is not null)
        {
            return gazetteer.Find(communeCode) is { } known ? [FoundAddress.Of(known, OnlyPostcode(known))] : [];
        }

        var words = PlaceName.Typed(text);
        var postcode = Array.FindLastIndex(words, Communes.IsPostcode);
        return postcode >= 0
            ? [.. AtPostcode(gazetteer, words[postcode], string.Join(' ', words[(postcode + 1)..]), most)
                .Select(place => FoundAddress.Of(place, words[postcode]))]
            : [.. ByName(gazetteer, words, most).Select(place => FoundAddress.Of(place, OnlyPostcode(place)))];
    }

    private static IEnumerable<Place> AtPostcode(Gazetteer gazetteer, string postcode, string name, int most) =>
        gazetteer.Find(postcode, name) is { } meant ? [meant] : gazetteer.Search(postcode, most);

    /// <summary>
    /// An address ends with its commune: the longest end that is a commune's name, "villejuif" of "rue de paris villejuif".
    /// </summary>
    private static IReadOnlyList<Place> ByName(Gazetteer gazetteer, string[] words, int most)
    {
        for (var start = Math.Max(0, words.Length - LongestName); start < words.Length; start++)
        {
            var named = gazetteer.Named(string.Join(' ', words[start..]), most);
            if (named.Count > 0) { return named; }
        }

        return gazetteer.Search(string.Join(' ', words), most);
    }

    private static string? OnlyPostcode(Place place) => place.Postcodes is [var only] ? only : null;
}
