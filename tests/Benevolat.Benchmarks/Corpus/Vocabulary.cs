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

    /// <summary>So that no word of a topic stands in every mission about it.</summary>
    private const double TopicOffset = 20;

    /// <summary>Half of a topic's words are among the three hundred commonest.</summary>
    private const double TopicSkew = 8;

    /// <summary>The rank of the commonest word with a meaning.</summary>
    private const double FirstMeaning = 14;

    private readonly AliasTable _all = AliasTable.Zipf(Size, Exponent);
    private readonly AliasTable _ofTopic = AliasTable.Zipf(TopicWords, Exponent, TopicOffset);
    private readonly string[] _words;
    private readonly int[][] _topics;
    private readonly int[] _meaningful;
    private readonly Dictionary<string, int> _ranks;
    private readonly HashSet<string> _function;

    public Vocabulary(ulong seed)
    {
        var sections = Sections();
        var function = sections["function"];
        var real = sections["noun"].Select(WordForms.OfNoun).Index().Concat(sections["verb"].Select(WordForms.OfVerb).Index())
            .Concat(sections["adjective"].Select(WordForms.OfAdjective).Index()).OrderBy(forms => forms.Index).Select(forms => forms.Item);
        // A word's further forms are rarer than itself: each stands at a multiple of its word's rank. The commonest words with a meaning
        // (association, aide…) stand among the function words.
        var content = real.Concat(InventedWords.All(new Randomness(seed, -1)).Take(Size / 2))
            .SelectMany((forms, rank) => forms.Select((form, number) => (form, Rank: FirstMeaning + (2 * rank * (1 + (0.6 * number))) + (8 * number))));
        _words = [.. function.Select((word, rank) => (word, Rank: (double)rank)).Concat(content).OrderBy(word => word.Rank).Select(word => word.Item1).Distinct().Take(Size)];
        _function = [.. function];
        _ranks = _words.Index().ToDictionary(word => word.Item, word => word.Index);
        _meaningful = [.. _words.Index().Where(word => !_function.Contains(word.Item)).Select(word => word.Index)];
        _topics = [.. Enumerable.Range(0, Topics).Select(topic => Topic(new Randomness(seed, -2 - topic)))];
    }

    public IReadOnlyList<string> Words => _words;

    /// <summary>How common a word is: 0 for the commonest; beyond all others where it is none of these.</summary>
    public int RankOf(string word) => _ranks.GetValueOrDefault(word, Size);

    public bool IsFunctionWord(string word) => _function.Contains(word);

    /// <summary>Any word.</summary>
    public string Draw(Randomness random) => _words[_all.Draw(random)];

    /// <summary>A word with a meaning that people use when they speak of this.</summary>
    public string Draw(Randomness random, int topic) => _words[_topics[topic % Topics][_ofTopic.Draw(random)]];

    /// <summary>Every topic has its own common words, taken from the commoner half of all rather than the rarer.</summary>
    private int[] Topic(Randomness random)
    {
        var chosen = new HashSet<int>();
        while (chosen.Count < TopicWords) { chosen.Add(_meaningful[(int)(Math.Pow(random.NextDouble(), TopicSkew) * _meaningful.Length)]); }
        return [.. chosen];
    }

    private static Dictionary<string, List<string>> Sections()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("words.txt")!;
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
