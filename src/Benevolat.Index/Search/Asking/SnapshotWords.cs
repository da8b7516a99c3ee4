using Benevolat.Index.Search.Segments;
using Benevolat.Index.Text;

namespace Benevolat.Index.Search.Asking;

/// <summary>
/// The words that can be searched for: those of the last merge with their frequencies, and those of missions that came since and
/// are still there, which have none.
/// </summary>
internal sealed class SnapshotWords(IReadOnlyList<SegmentPart> parts)
{
    private const int MostCompletions = 50;

    private Segment Base => parts[0].Segment;

    public float RarityOf(string stem)
    {
        var number = Base.Vocabulary.FindStem(stem);
        return TextWeights.Rarity(Base.Documents, number < 0 ? 0 : Base.Postings.DocumentsWith(number));
    }

    public bool Knows(string stem) =>
        Base.Vocabulary.FindStem(stem) >= 0 || Younger.Any(part => part.Segment.Vocabulary.FindStem(stem) is >= 0 and var number && part.HasLive(number));

    /// <summary>Words that start so: the commonest, then by the alphabet.</summary>
    public List<Word> Completions(string beginning)
    {
        var (old, words) = (Base.Vocabulary, new List<(Word Word, int Frequency)>());
        words.AddRange(old.StartingWith(beginning).Select(word => (old.Word(word), old.FrequencyOf(word))));
        foreach (var part in Younger)
        {
            words.AddRange(part.Segment.Vocabulary.StartingWith(beginning).Select(number => (part, number)).Where(IsNewAndLive)
                .Select(word => (word.part.Segment.Vocabulary.Word(word.number), 0)));
        }

        return [.. words.DistinctBy(word => word.Word.Surface)
            .OrderByDescending(word => word.Frequency).ThenBy(word => word.Word.Surface, StringComparer.Ordinal)
            .Take(MostCompletions).Select(word => word.Word)];
    }

    /// <summary>The word that was probably meant; null when none is near enough.</summary>
    public Word? Correction(string surface)
    {
        var allowed = EditDistance.Allowed(surface.Length);
        if (allowed == 0 || !surface.All(char.IsLetter)) { return null; }

        var near = new List<(Word Word, int Distance, int Frequency)>();
        foreach (var part in parts)
        {
            var vocabulary = part.Segment.Vocabulary;
            foreach (var (number, distance) in EditDistance.Near(surface, allowed, vocabulary.Words, vocabulary.Alphabetical, vocabulary.WordOf))
            {
                if (part.Segment == Base) { near.Add((vocabulary.Word(number), distance, vocabulary.FrequencyOf(number))); }
                else if (IsNewAndLive((part, number))) { near.Add((vocabulary.Word(number), distance, 0)); }
            }
        }

        return near.Count == 0 ? null : near.OrderBy(word => word.Distance).ThenByDescending(word => word.Frequency)
            .ThenBy(word => word.Word.Surface, StringComparer.Ordinal).First().Word;
    }

    private IEnumerable<SegmentPart> Younger => parts.Skip(1);

    private bool IsNewAndLive((SegmentPart Part, int Number) word) =>
        Base.Vocabulary.FindWord(word.Part.Segment.Vocabulary.WordOf(word.Number)) < 0 && word.Part.HasLiveWord(word.Number);
}
