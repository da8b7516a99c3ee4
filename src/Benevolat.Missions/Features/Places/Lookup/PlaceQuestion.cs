namespace Benevolat.Missions.Features.Places.Lookup;

/// <summary>What somebody typed to find a place: words in any order, each with the spellings that may be meant.</summary>
internal sealed class PlaceQuestion
{
    private const int MostWords = 10;
    private static readonly string[] Ordinals = ["e", "er", "re", "ere", "eme", "nd", "nde", "d"];

    public PlaceQuestion(string text) => Words = [.. PlaceName.Typed(text).Take(MostWords).Select(word => new AskedWord(Spellings(word)))];

    public IReadOnlyList<AskedWord> Words { get; }

    /// <summary>Arrondissements answer to their number, their postcode or their kind: whoever types "Paris" means Paris.</summary>
    public bool AsksForArrondissements => Words.Any(word => word.IsNumber || word.MeansArrondissement);

    private static string[] Spellings(string word) =>
        word == PlaceName.SurOrSous ? ["sur", "sous"]
        : PlaceName.Spelled(word) is var spelled && spelled != word ? [spelled, word]
        : [WithoutOrdinal(word)];

    /// <summary>"11e", "11ème" and "1er" are numbers; "2A" is a department.</summary>
    private static string WithoutOrdinal(string word)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && Ordinals.Contains(word[digits..]) ? word[..digits] : word;
    }
}

/// <summary>One word of a question.</summary>
/// <param name="Spellings">At least one; the most likely first.</param>
internal sealed record AskedWord(string[] Spellings)
{
    public string Text => Spellings[0];

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool MeansArrondissement => Text.Length >= 4 && "arrondissement".StartsWith(Text, StringComparison.Ordinal);
}
