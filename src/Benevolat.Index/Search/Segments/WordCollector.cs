using System.Runtime.InteropServices;
using Benevolat.Index.Text;

namespace Benevolat.Index.Search.Segments;

/// <summary>Words as they come in, numbered in that order; how common they are is known at the end.</summary>
internal sealed class WordCollector
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Word> _words = [];

    public int NumberOf(Word word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word.Surface, out var known);
        if (!known)
        {
            number = _words.Count;
            _words.Add(word);
        }

        return number;
    }

    /// <summary>Numbers anew, the commonest word first, so that it is the shortest to write.</summary>
    /// <param name="frequencies">Documents that have the word, by old number.</param>
    /// <returns>The vocabulary, and the new number of each old one.</returns>
    public (Vocabulary Vocabulary, int[] Renumbered) Finish(int[] frequencies)
    {
        var order = Enumerable.Range(0, _words.Count).ToArray();
        Array.Sort(order, (one, other) => frequencies[other] != frequencies[one]
            ? frequencies[other].CompareTo(frequencies[one])
            : string.CompareOrdinal(_words[one].Surface, _words[other].Surface));
        var renumbered = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) { renumbered[order[rank]] = rank; }
        return (new Vocabulary(
            Array.ConvertAll(order, word => _words[word].Surface), Array.ConvertAll(order, word => _words[word].Stem),
            Array.ConvertAll(order, word => frequencies[word])), renumbered);
    }
}
