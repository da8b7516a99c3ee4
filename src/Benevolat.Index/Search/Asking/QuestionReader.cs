using Benevolat.Index.Text;

namespace Benevolat.Index.Search.Asking;

/// <summary>From what somebody typed to what is searched for: words and phrases, completed, corrected, with their synonyms.</summary>
internal sealed class QuestionReader(FrenchText french, Synonyms synonyms, SnapshotWords words)
{
    /// <summary>More words narrow a search no further, and cost.</summary>
    private const int MostUnits = 12;
    private const int ShortestToComplete = 2;
    private const float CompletedWeight = 0.8f;
    private static readonly char[] Quotes = ['"', '“', '”', '«', '»', '„', '‟'];

    private readonly List<UnderstoodWord> _units = [];
    private readonly Dictionary<string, string> _corrected = [];

    public Understanding Read(string text)
    {
        var pieces = text.Split(Quotes);
        // With a quote too many, the last one is a blank.
        if (pieces.Length % 2 == 0) { pieces = [.. pieces[..^2], $"{pieces[^2]} {pieces[^1]}"]; }
        var endsInWord = char.IsLetterOrDigit(text[^1]);
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            if (piece % 2 == 1) { ReadPhrase(pieces[piece]); }
            else { ReadFree(pieces[piece], endsInWord && piece == pieces.Length - 1); }
        }

        var distinct = _units.DistinctBy(unit => (string.Join(' ', unit.Alternatives[0].Stems), unit.Alternatives[0].IsPhrase)).ToList();
        return new Understanding([.. distinct.Take(MostUnits)], _corrected, [.. distinct.Skip(MostUnits).Select(unit => unit.Written)]);
    }

    private void ReadPhrase(string text)
    {
        var read = french.Read(text);
        if (read.Count == 0) { return; }

        var written = string.Join(' ', read.Select(word => word.Surface));
        Add(read.Count == 1 ? written : $"\"{written}\"", new UnderstoodAlternative([.. read.Select(word => word.Stem)], 1, read.Count > 1));
    }

    private void ReadFree(string text, bool isLast)
    {
        var read = french.Read(text);
        var meant = new Word?[read.Count];
        for (var i = 0; i < read.Count; i++) { meant[i] = Meant(read[i], mayGrow: isLast && i == read.Count - 1); }

        foreach (var group in Groups(meant))
        {
            var written = string.Join(' ', group.Select(i => read[i].Surface));
            if (meant[group[0]] is null)
            {
                var completed = words.Completions(read[group[0]].Surface).Select(word => word.Stem).Distinct();
                Add(written, [.. completed.Select(stem => new UnderstoodAlternative([stem], CompletedWeight, false))]);
                continue;
            }

            var stems = group.Select(i => meant[i]!.Value.Stem).ToList();
            var others = synonyms.Of(stems.Order(StringComparer.Ordinal)).Select(other => new UnderstoodAlternative(other.Stems, other.Weight, false));
            Add(written, [new UnderstoodAlternative(stems, 1, false), .. others]);
        }
    }

    /// <summary>The word itself, or the one it was taken for; null when it is the beginning of others.</summary>
    private Word? Meant(Word word, bool mayGrow)
    {
        if (words.Knows(word.Stem) || synonyms.Of([word.Stem]).Count > 0) { return word; }
        if (mayGrow && word.Surface.Length >= ShortestToComplete && words.Completions(word.Surface).Count > 0) { return null; }
        if (words.Correction(word.Surface) is not { } correction) { return word; }

        _corrected[word.Surface] = correction.Surface;
        return correction;
    }

    /// <summary>
    /// The places of words that belong together, in the order of their first words: those of an expression that has synonyms, wherever
    /// they stand ("devoirs : aide"), longer expressions first, and every other word for itself.
    /// </summary>
    private IEnumerable<int[]> Groups(Word?[] meant)
    {
        var (free, groups) = (Enumerable.Range(0, meant.Length).ToList(), new List<int[]>());
        foreach (var expression in synonyms.Expressions)
        {
            while (Group(expression) is { } group)   // said twice, it is the same unit twice, not words besides
            {
                free.RemoveAll(group.Contains);
                groups.Add(group);
            }
        }

        return groups.Concat(free.Select(i => new[] { i })).OrderBy(group => group[0]);

        int[]? Group(IReadOnlyList<string> expression)
        {
            var group = expression.Select(stem => free.FindIndex(i => meant[i]?.Stem == stem)).Where(place => place >= 0).Select(place => free[place]).ToArray();
            return group.Length < expression.Count ? null : [.. group.Order()];
        }
    }

    private void Add(string written, params UnderstoodAlternative[] alternatives) =>
        _units.Add(new UnderstoodWord(written, alternatives, alternatives[0].Stems.Sum(words.RarityOf) / alternatives[0].Stems.Count));
}
