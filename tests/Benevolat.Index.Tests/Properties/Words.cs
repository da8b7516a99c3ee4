using Benevolat.Index.Tests.Reference;
using FsCheck;
using FsCheck.Fluent;

namespace Benevolat.Index.Tests.Properties;

/// <summary>Random texts out of few words, so that they collide; and questions about them, with what readers do to words.</summary>
internal static class Words
{
    private static readonly string[] Common =
    [
        "aide", "aides", "aider", "devoirs", "devoir", "aide aux devoirs", "école", "écoles", "l'école", "d'école", "ecole", "collège",
        "collégien", "collégiens", "maraude", "maraudes", "marathon", "marais", "jardin", "jardins", "jardinage", "jardiner",
        "soutien scolaire", "scolaire", "soutien", "scolarité", "banque alimentaire", "alimentaire", "banques", "l'hôpital", "hôpitaux",
        "personnes âgées", "âgé", "âgée", "lecture", "lecteur", "lectrice", "lire", "cheval", "chevaux", "cœur", "coeur", "Noël", "œuvre",
        "SDF", "sans-abri", "sans abri", "accompagnement", "accompagner", "accompagnateur", "distribution", "distribuer", "repas",
        "69003", "690", "3", "covid19", "aujourd'hui", "s.o.s", "C.A.F.", "Emmaüs", "Restos du Cœur", "L'ARBRE", "été", "a", "ou",
    ];

    /// <summary>Words that hardly two missions share: with one of them goes a word.</summary>
    private static readonly string[] Rare = [.. "abcdefghijklmnopqrstuvwx".Select(letter => $"rare{letter}ment")];

    private static readonly string[] Nothing =
        ["de", "la", "les", "aux", "et", "zzyzx", "qwertzuiop", "42", "!", "…", "-", "'", "🙂", "\u0301"];

    /// <summary>What one scenario speaks of: some common words and some expressions that have synonyms.</summary>
    public static Gen<string[]> Vocabulary { get; } =
        from common in Gen.Elements(Common).ArrayOf(14)
        from synonyms in Gen.Choose(0, 10_000).ArrayOf(2)
        select common.Concat(synonyms.SelectMany(Synonymous)).ToArray();

    public static Gen<string> Text(string[] vocabulary, int least, int most) =>
        from count in Gen.Choose(least, most)
        from words in Gen.Frequency((17, Gen.Elements(vocabulary)), (1, Gen.Elements(Rare)), (2, Gen.Elements(Nothing))).ArrayOf(count)
        from separator in Gen.Frequency(
            (8, Gen.Constant(" ")), (1, Gen.Constant(", ")), (1, Gen.Constant("-")), (1, Gen.Constant(" l’")))
        select string.Join(separator, words);

    public static Gen<string?> Question(string[] vocabulary) => Gen.Frequency(
        (2, Gen.Constant<string?>(null)),
        (5, Gen.Elements<string?>(vocabulary)),
        (14, Asked(vocabulary, 1, 4).Select<string, string?>(text => text)),
        (1, Asked(vocabulary, 10, 18).Select<string, string?>(text => text)));

    private static string[] Synonymous(int number) =>
        Synonyms.BuiltIn.Groups[number % Synonyms.BuiltIn.Groups.Count];

    /// <summary>The built-in list, or one made of the words that missions and questions have.</summary>
    public static Gen<string?> OwnSynonyms(string[] vocabulary)
    {
        var expression = Gen.Choose(1, 3).SelectMany(count => Gen.Elements(vocabulary).ArrayOf(count))
            .Select(words => string.Join(' ', words));
        var line =
            from parts in Gen.Choose(2, 4).SelectMany(count => expression.ArrayOf(count))
            from oneWay in Gen.Elements(true, false)
            from weight in Gen.Elements("", " @0.5", " @1", "  # any")
            select (oneWay ? $"{parts[0]} => {string.Join(", ", parts[1..])}" : string.Join(" = ", parts)) + weight;
        return Gen.Frequency(
            (1, Gen.Constant<string?>(null)),
            (1, Gen.Choose(0, 6).SelectMany(count => line.ArrayOf(count)).Select<string[], string?>(lines => string.Join('\n', lines))));
    }

    private static Gen<string> Asked(string[] vocabulary, int least, int most) =>
        from count in Gen.Choose(least, most)
        from words in Token(vocabulary).ArrayOf(count)
        from end in Gen.Frequency(
            (5, Gen.Constant("")), (3, Started(vocabulary).Select(word => $" {word}")), (2, Gen.Elements(" ", "!", "\"", " «", "s")))
        select string.Join(' ', words) + end;

    /// <summary>A word as far as it has been typed.</summary>
    private static Gen<string> Started(string[] vocabulary) =>
        from word in Gen.Elements(vocabulary)
        from length in Gen.Choose(1, 6)
        select word[..Math.Min(length, word.Length)];

    private static Gen<string> Token(string[] vocabulary)
    {
        var word = Gen.Elements(vocabulary);
        return Gen.Frequency(
            (10, word),
            (1, Gen.Elements(Rare)),
            (1, Gen.Elements(Rare).SelectMany(Misspelt)),
            (2, word.SelectMany(Misspelt)),
            (1, Started(vocabulary)),
            (2, from quotes in Gen.Elements("\"\"", "“”", "«»", "”\"")
                from inner in Text(vocabulary, 1, 2)
                select $"{quotes[0]}{inner}{quotes[1]}"),
            (1, word.Select(whole => whole.ToUpperInvariant())),
            (1, Gen.Elements(Nothing)));
    }

    /// <summary>One to three slips of the finger.</summary>
    private static Gen<string> Misspelt(string word) =>
        from slips in Gen.Frequency((4, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from places in Gen.Choose(0, 1000).ArrayOf(slips)
        from kinds in Gen.Choose(0, 3).ArrayOf(slips)
        from letters in Gen.Elements("aeinrstzo9".ToCharArray()).ArrayOf(slips)
        select Enumerable.Range(0, slips).Aggregate(word, (sofar, i) => Slip(sofar, places[i], kinds[i], letters[i]));

    private static string Slip(string word, int place, int kind, char letter)
    {
        if (word.Length < 2) { return word + letter; }
        var at = place % (word.Length - 1);
        return kind switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word.Remove(at, 1).Insert(at, letter.ToString()),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }
}
