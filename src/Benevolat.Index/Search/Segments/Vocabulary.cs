using Benevolat.Index.Text;

namespace Benevolat.Index.Search.Segments;

/// <summary>The words of a segment, commonest first, and the stems that they belong to.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _stems;
    private readonly string[] _words;
    private readonly int[] _stemOfWord;
    private readonly int[] _frequencies;
    private readonly int[] _alphabetical;

    /// <param name="words">By number.</param>
    /// <param name="stems">Of each word.</param>
    /// <param name="frequencies">Documents that have the word.</param>
    public Vocabulary(string[] words, string[] stems, int[] frequencies)
    {
        (_words, _frequencies) = (words, frequencies);
        _stems = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        _stemOfWord = new int[words.Length];
        for (var word = 0; word < words.Length; word++)
        {
            if (!_stems.TryGetValue(stems[word], out var stem)) { _stems[stems[word]] = stem = _stems.Count; }
            _stemOfWord[word] = stem;
        }

        StemNames = new string[_stems.Count];
        foreach (var (name, stem) in _stems) { StemNames[stem] = name; }
        _alphabetical = [.. Enumerable.Range(0, words.Length)];
        Array.Sort((string[])words.Clone(), _alphabetical, StringComparer.Ordinal);
    }

    public int Words => _words.Length;

    public int Stems => _stems.Count;

    public string[] StemNames { get; }

    public long Bytes => (_words.Length * 3L * sizeof(int)) + _words.Sum(word => 24 + (2L * word.Length)) + (_stems.Count * 64L);

    public Word Word(int word) => new(_words[word], StemNames[_stemOfWord[word]]);

    public string WordOf(int word) => _words[word];

    public int StemOf(int word) => _stemOfWord[word];

    public int FrequencyOf(int word) => _frequencies[word];

    /// <summary>The number of the word at a place of the ordinal order.</summary>
    public int Alphabetical(int place) => _alphabetical[place];

    /// <summary>−1 when no word has it.</summary>
    public int FindStem(string stem) => _stems.GetValueOrDefault(stem, -1);

    /// <summary>−1 when it isn't there.</summary>
    public int FindWord(string word)
    {
        var place = FirstFrom(word);
        return place < Words && _words[_alphabetical[place]] == word ? _alphabetical[place] : -1;
    }

    /// <summary>Words that start so, in ordinal order.</summary>
    public IEnumerable<int> StartingWith(string beginning)
    {
        for (var place = FirstFrom(beginning); place < Words; place++)
        {
            var word = _alphabetical[place];
            if (!_words[word].StartsWith(beginning, StringComparison.Ordinal)) { yield break; }
            yield return word;
        }
    }

    private int FirstFrom(string word)
    {
        var (low, high) = (0, Words);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_words[_alphabetical[middle]], word) < 0) { low = middle + 1; }
            else { high = middle; }
        }

        return low;
    }
}
