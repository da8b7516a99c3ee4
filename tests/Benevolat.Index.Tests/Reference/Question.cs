using Benevolat.Index.Search;
using Benevolat.Index.Text;

namespace Benevolat.Index.Tests.Reference;

/// <summary>What a reader wrote, as units that a mission has or has not.</summary>
internal sealed class Question
{
    private const int MostUnits = 12;
    private const int MostCompletions = 50;
    private const float CompletionWeight = 0.8f;
    private const string Quotes = "\"“”„‟«»";

    private readonly string _text;
    private readonly ReferenceSnapshot _missions;
    private readonly List<UnderstoodWord> _units = [];

    public Question(string? text, ReferenceSnapshot missions)
    {
        _text = text ?? "";
        _missions = missions;
        var parts = Split(_text);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].IsPhrase) { TakePhrase(parts[i].Text); }
            else if (Analysis.Read(parts[i].Text) is { Count: > 0 } words) { TakeWords(words, atTheEnd: i == parts.Count - 1); }
        }
    }

    public Dictionary<string, string> Corrected { get; } = new(StringComparer.Ordinal);

    /// <summary>At most twelve.</summary>
    public IReadOnlyList<UnderstoodWord> Units => [.. _units.Take(MostUnits)];

    public IEnumerable<string> BeyondTwelve => _units.Skip(MostUnits).Select(unit => unit.Written);

    /// <summary>A mark that has no partner counts as a blank.</summary>
    private static List<(string Text, bool IsPhrase)> Split(string text)
    {
        var marks = Enumerable.Range(0, text.Length).Where(i => Quotes.Contains(text[i])).ToList();
        var paired = marks.Take(marks.Count / 2 * 2).ToList();
        var parts = new List<(string, bool)>();
        var start = 0;
        for (var i = 0; i < paired.Count; i++)
        {
            parts.Add((text[start..paired[i]], i % 2 == 1));
            start = paired[i] + 1;
        }

        parts.Add((text[start..], false));
        return parts;
    }

    private void TakePhrase(string phrase)
    {
        var words = Analysis.Read(phrase);
        if (words.Count == 0) { return; }
        var written = string.Join(' ', words.Select(word => word.Surface));
        Add(words.Count > 1 ? $"\"{written}\"" : written, [new([.. words.Select(word => word.Stem)], 1, IsPhrase: words.Count > 1)]);
    }

    private void TakeWords(IReadOnlyList<Word> words, bool atTheEnd)
    {
        var completions = atTheEnd ? Completions(words[^1]) : [];
        var whole = words.Take(completions.Count > 0 ? words.Count - 1 : words.Count)
            .Select(word => (Written: word.Surface, Stem: Correct(word))).ToList();
        foreach (var (places, others) in Expressions([.. whole.Select(word => word.Stem)]))
        {
            var said = places.Select(place => whole[place]).ToList();
            var itself = new UnderstoodAlternative([.. said.Select(word => word.Stem)], 1, IsPhrase: false);
            Add(string.Join(' ', said.Select(word => word.Written)), [itself, .. others]);
        }

        if (completions.Count == 0) { return; }
        Add(words[^1].Surface, [.. completions.Select(stem => new UnderstoodAlternative([stem], CompletionWeight, IsPhrase: false))]);
    }

    /// <summary>
    /// The words of one piece as expressions that have synonyms, the longer ones first, each stem at the first place still free;
    /// words that are in none stand alone. In the order of their first words.
    /// </summary>
    private List<(List<int> Places, IReadOnlyList<UnderstoodAlternative> Others)> Expressions(List<string> stems)
    {
        var free = Enumerable.Range(0, stems.Count).ToList();
        var found = new List<(List<int> Places, IReadOnlyList<UnderstoodAlternative> Others)>();
        foreach (var expression in _missions.Synonyms.Expressions)
        {
            while (expression.All(stem => free.Any(place => stems[place] == stem)))
            {
                var places = expression.Select(stem => free.First(place => stems[place] == stem)).Order().ToList();
                found.Add((places, _missions.Synonyms.Of(expression)));
                free.RemoveAll(places.Contains);
            }
        }

        foreach (var place in free) { found.Add(([place], [])); }
        return [.. found.OrderBy(unit => unit.Places[0])];
    }

    private List<string> Completions(Word word) =>
        !IsRight(word) && char.IsLetterOrDigit(_text[^1]) && word.Surface.Length >= 2
            ? [.. _missions.Vocabulary.Where(entry => entry.Key.StartsWith(word.Surface, StringComparison.Ordinal))
                .OrderByDescending(entry => entry.Value.Documents).ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(MostCompletions).Select(entry => entry.Value.Stem).Distinct()]
            : [];

    /// <summary>Words of the list of synonyms are right although no mission has them.</summary>
    private bool IsRight(Word word) => _missions.Knows(word.Stem) || _missions.Synonyms.HasWord(word.Stem);

    private string Correct(Word word)
    {
        if (IsRight(word) || !word.Surface.All(char.IsLetter)) { return word.Stem; }
        var near = _missions.Vocabulary
            .Select(entry => (entry.Key, entry.Value, Edits: Edits.Between(word.Surface, entry.Key)))
            .Where(entry => entry.Edits <= Edits.Allowed(word.Surface))
            .OrderBy(entry => entry.Edits).ThenByDescending(entry => entry.Value.Documents)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        if (near.Count == 0) { return word.Stem; }
        Corrected[word.Surface] = near[0].Key;
        return near[0].Value.Stem;
    }

    private void Add(string written, List<UnderstoodAlternative> alternatives)
    {
        var (stems, isPhrase) = (alternatives[0].Stems, alternatives[0].IsPhrase);
        if (_units.Any(unit => unit.Alternatives[0].IsPhrase == isPhrase && unit.Alternatives[0].Stems.SequenceEqual(stems))) { return; }
        _units.Add(new(written, alternatives, _missions.Statistics.MeanIdf(stems)));
    }
}
