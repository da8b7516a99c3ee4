using System.Collections.Concurrent;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Benevolat.Index.Text;

/// <summary>A word of a text: as typed without case, accents and elision, and the stem that its kin share.</summary>
internal readonly record struct Word(string Surface, string Stem);

/// <summary>
/// Reads French: Lucene's tokenizer (Unicode text segmentation), elision, stop words, folding of accents and light stemming.
/// Accents fold before the stemmer, so that "collegiens" and "collégiens" meet. Safe to share between threads.
/// </summary>
internal sealed class FrenchText
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Words are read once: beyond this many, rare ones are read again each time.</summary>
    private const int MostRemembered = 300_000;

    /// <summary>What Lucene takes for forms of "être" but is a season of missions.</summary>
    private static readonly string[] Kept = ["ete", "etes"];
    private static readonly HashSet<string> StopWords =
        [.. FrenchAnalyzer.DefaultStopSet.Select(word => Fold(word.AsSpan())).Except(Kept)];

    private readonly ConcurrentDictionary<string, Word?> _remembered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Word?>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    [ThreadStatic]
    private static Tokens? t_tokens;

    public FrenchText() => _lookup = _remembered.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of a text in order, stop words left out.</summary>
    public IReadOnlyList<Word> Read(string text)
    {
        var words = new List<Word>();
        Read(text, words);
        return words;
    }

    /// <summary>Appends the words to a list; the same as <see cref="Read(string)"/> without a new list for each text.</summary>
    public void Read(string text, List<Word> words)
    {
        if (string.IsNullOrWhiteSpace(text)) { return; }

        foreach (var token in (t_tokens ??= new Tokens()).Of(text))
        {
            if (!_lookup.TryGetValue(token.Span, out var word))
            {
                word = ReadWord(token.Span);
                if (_remembered.Count < MostRemembered) { _remembered[token.ToString()] = word; }
            }

            if (word is { } kept) { words.Add(kept); }
        }
    }

    private static Word? ReadWord(ReadOnlySpan<char> token)
    {
        var surface = Fold(token);
        if (surface.Length == 0 || StopWords.Contains(surface)) { return null; }

        var letters = surface.ToCharArray();
        return new Word(surface, new string(letters, 0, new FrenchLightStemmer().Stem(letters, letters.Length)));
    }

    private static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new char[4 * word.Length];   // one character becomes four at most ("㈠")
        return new string(folded, 0, ASCIIFoldingFilter.FoldToASCII(word.ToArray(), 0, folded, 0, word.Length)).ToLowerInvariant();
    }

    /// <summary>One thread's chain up to elision; Lucene's streams are made to be used again.</summary>
    private sealed class Tokens : IDisposable
    {
        private readonly StandardTokenizer _tokenizer = new(Version, TextReader.Null);
        private readonly ElisionFilter _chain;
        private readonly ICharTermAttribute _term;

        public Tokens()
        {
            _chain = new ElisionFilter(new LowerCaseFilter(Version, _tokenizer), FrenchAnalyzer.DEFAULT_ARTICLES);
            _term = _chain.GetAttribute<ICharTermAttribute>();
        }

        public IEnumerable<ReadOnlyMemory<char>> Of(string text)
        {
            _tokenizer.SetReader(new StringReader(text));
            _chain.Reset();
            while (_chain.IncrementToken()) { yield return _term.Buffer.AsMemory(0, _term.Length); }

            _chain.End();
            _chain.Dispose();   // closes the text; the chain can be used again
        }

        public void Dispose()
        {
            _chain.Dispose();
            _tokenizer.Dispose();
        }
    }
}
