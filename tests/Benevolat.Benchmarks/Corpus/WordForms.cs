namespace Benevolat.Benchmarks.Corpus;

/// <summary>The forms a French word takes. Good enough to exercise a stemmer, not to pass an exam: irregular verbs stay as they are.</summary>
internal static class WordForms
{
    private static readonly string[] ErEndings = ["er", "e", "ent", "ez", "é", "ons", "és", "ée", "ées", "ant", "erez", "era"];
    private static readonly string[] IrEndings = ["ir", "it", "issent", "issez", "i", "issons", "is", "ie", "issant"];

    public static IEnumerable<string> OfNoun(string noun) => [noun, Plural(noun)];

    public static IEnumerable<string> OfVerb(string verb) => verb switch
    {
        [.. var stem, 'e', 'r'] => ErEndings.Select(ending => Join(stem, ending)),
        [.. var stem, 'i', 'r'] => IrEndings.Select(ending => Join(stem, ending)),
        _ => [verb],
    };

    public static IEnumerable<string> OfAdjective(string adjective)
    {
        var feminine = Feminine(adjective);
        return new[] { adjective, Plural(adjective), feminine, Plural(feminine) }.Distinct();
    }

    private static string Plural(string word) => word switch
    {
        [.., 's' or 'x' or 'z'] => word,
        [.. var stem, 'a', 'l'] => stem + "aux",
        [.., 'a' or 'e', 'u'] => word + "x",
        _ => word + "s",
    };

    private static string Feminine(string word) => word switch
    {
        [.., 'e'] => word,
        [.. var stem, 'e', 'u', 'x'] => stem + "euse",
        [.. var stem, 'i', 'f'] => stem + "ive",
        [.. var stem, 'e', 'r'] => stem + "ère",
        [.., 'i', 'e', 'n'] or [.., 'e', 'l'] => word + word[^1] + "e",
        _ => word + "e",
    };

    /// <summary>"partag" + "ons" is "partageons".</summary>
    private static string Join(string stem, string ending) => stem[^1] == 'g' && ending[0] is 'a' or 'o' ? stem + "e" + ending : stem + ending;
}
