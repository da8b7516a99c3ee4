namespace Benevolat.Benchmarks.Corpus;

/// <summary>Words that look French: what names, places, trades and jargon add to a vocabulary without end.</summary>
internal static class InventedWords
{
    private static readonly string[] Onsets =
    [
        "b", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "fr", "g", "gl", "gr", "j", "l", "m", "n", "p", "pl", "pr", "r", "s", "t", "tr", "v",
    ];

    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "é", "ou", "oi", "an", "on", "in", "eu", "au", "ai", "en", "ê"];

    private static readonly string[] Nouns =
        ["tion", "ment", "eur", "euse", "ité", "age", "ette", "oir", "ance", "ier", "ière", "isme", "iste", "ure", "ois", "esse", "ain", "elle"];

    private static readonly string[] Adjectives = ["ique", "al", "eux", "if", "able", "ien", "aire", "el"];

    /// <summary>The forms of one word after the other, without end.</summary>
    public static IEnumerable<IEnumerable<string>> All(Randomness random)
    {
        while (true)
        {
            var stem = Stem(random);
            yield return random.NextDouble() switch
            {
                < 0.6 => WordForms.OfNoun(stem + random.Pick(Nouns)),
                < 0.8 => WordForms.OfVerb(stem + (random.Chance(0.85) ? "er" : "ir")),
                _ => WordForms.OfAdjective(stem + random.Pick(Adjectives)),
            };
        }
    }

    private static string Stem(Randomness random)
    {
        var syllables = random.NextDouble() switch { < 0.6 => 1, < 0.95 => 2, _ => 3 };
        var stem = random.Chance(0.2) ? random.Pick(Vowels) : "";
        for (var i = 0; i < syllables; i++) { stem += random.Pick(Onsets) + random.Pick(Vowels); }
        return stem + random.Pick(Onsets);
    }
}
