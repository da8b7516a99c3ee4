namespace Benevolat.Missions.Domain.Coaching;

/// <summary>Words and expressions of one list; whole words only. How they are written stands at the head of <c>words.txt</c>.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, List<Expression>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<Expression> _openAtFirstWord = [];

    public WordList(IEnumerable<string> lines)
    {
        foreach (var line in lines) { Add(line); }
        foreach (var expressions in _byFirstWord.Values.Append(_openAtFirstWord)) { expressions.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length)); }
    }

    /// <summary>What is found, in order, without overlaps.</summary>
    public IEnumerable<WordHit> In(CoachedText text)
    {
        for (var at = 0; at < text.Words.Count; at++)
        {
            if (LongestAt(text, at) is not { } found) { continue; }

            var last = at + found.Words.Length - 1;
            if (!found.IsHarmless) { yield return new WordHit(text.Field, text.Slice(at, last), found.Instead, at); }
            at = last;
        }
    }

    public bool IsIn(CoachedText text) => In(text).Any();

    /// <summary>Whether it has exactly this word, already folded.</summary>
    public bool Contains(string word) => _byFirstWord.TryGetValue(word, out var expressions) && expressions.Exists(expression => expression.Words.Length == 1);

    private Expression? LongestAt(CoachedText text, int at)
    {
        var exact = _byFirstWord.TryGetValue(text.Words[at].Folded, out var expressions) ? expressions.Find(expression => expression.StandsAt(text, at)) : null;
        var open = _openAtFirstWord.Find(expression => expression.StandsAt(text, at));
        return exact is null || open?.Words.Length > exact.Words.Length ? open : exact;
    }

    private void Add(string line)
    {
        var (written, instead) = line.Split("=>", 2) is [var left, var right] ? (left.Trim(), right.Trim()) : (line.Trim(), null);
        var words = written.TrimStart('!').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isAcronym = words.Length == 1 && words[0].All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
        var expression = new Expression([.. words.Select(FrenchWords.Fold)], instead, isAcronym, written.StartsWith('!'));
        if (expression.Words[0].EndsWith('*'))
        {
            _openAtFirstWord.Add(expression);
            return;
        }

        if (!_byFirstWord.TryGetValue(expression.Words[0], out var expressions)) { _byFirstWord[expression.Words[0]] = expressions = []; }
        expressions.Add(expression);
    }

    private sealed record Expression(string[] Words, string? Instead, bool IsAcronym, bool IsHarmless)
    {
        public bool StandsAt(CoachedText text, int at)
        {
            if (at + Words.Length > text.Words.Count) { return false; }

            for (var word = 0; word < Words.Length; word++)
            {
                var (wanted, there) = (Words[word], text.Words[at + word].Folded);
                if (!(wanted.EndsWith('*') ? there.StartsWith(wanted[..^1], StringComparison.Ordinal) : there == wanted)) { return false; }
            }

            return !IsAcronym || text.Slice(at, at).All(letter => !char.IsLower(letter));
        }
    }
}

/// <summary>An expression that was found, as it was written, and what to write instead.</summary>
/// <param name="At">Number of its first word in the text.</param>
internal sealed record WordHit(string Field, string Text, string? Instead, int At);
