using System.Reflection;

namespace Benevolat.Benchmarks.Corpus;

/// <summary>
/// Sixty thousand word forms, commonest first, drawn by Zipf's law: function words, the real words of volunteering and their
/// forms, then invented ones. About 45 % of a text are function words, as in real French.
/// </summary>
internal sealed class Vocabulary
{
    public const int Size = 60_000;
    private const double Exponent = 1.0;
    private const int Topics = 64;
    private const int TopicWords = 1_500;

    private readonly AliasTable _all = AliasTable.Zipf(Size, Exponent);
    private readonly AliasTable _ofTopic = AliasTable.Zipf(TopicWords, Exponent);
    private readonly string[] _words;
    private readonly int[][] _topics;
    private readonly HashSet<string> _function;

    public Vocabulary(ulong seed)
    {
        var sections = Sections();
        var function = sections["function"];
        var real = sections["noun"].Select(WordForms.OfNoun).Concat(sections["verb"].Select(WordForms.OfVerb))
            .Concat(sections["adjective"].Select(WordForms.OfAdjective)).OrderBy(forms => Order(forms.First()));
        // A word's further forms are rarer than itself: each stands at a multiple of its word's rank.
        var content = real.Concat(InventedWords.All(new Randomness(seed, -1)).Take(Size / 2))
            .SelectMany((forms, rank) => forms.Select((form, number) => (form, Rank: (rank + 10) * (1 + (0.6 * number)))))
            .OrderBy(word => word.Rank).Select(word => word.form);
        _words = [.. function.Concat(content).Distinct().Take(Size)];
        _function = [.. function];
        _topics = [.. Enumerable.Range(0, Topics).Select(topic => Topic(new Randomness(seed, -2 - topic)))];
    }

    public IReadOnlyList<string> Words => _words;

    public bool IsFunctionWord(string word) => _function.Contains(word);

    /// <summary>Any word.</summary>
    public string Draw(Randomness random) => _words[_all.Draw(random)];

    /// <summary>A word with a meaning that people use when they speak of this.</summary>
    public string Draw(Randomness random, int topic) => _words[_topics[topic % Topics][_ofTopic.Draw(random)]];

    /// <summary>The order of the sections would put all nouns before all verbs; any fixed shuffle does.</summary>
    private static ulong Order(string word) => word.Aggregate(14695981039346656037, (hash, letter) => (hash ^ letter) * 1099511628211);

    private int[] Topic(Randomness random)
    {
        var chosen = new HashSet<int>();
        // Squared: topics have their common words too.
        while (chosen.Count < TopicWords) { chosen.Add(_function.Count + (int)(Math.Pow(random.NextDouble(), 2.5) * (Size - _function.Count))); }
        return [.. chosen.Order()];
    }

    private static Dictionary<string, List<string>> Sections()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("words.fr.txt")!;
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>();
        var current = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) { sections[line.Trim('[', ']')] = current = []; }
            else if (!line.StartsWith('#')) { current.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)); }
        }

        return sections;
    }
}
