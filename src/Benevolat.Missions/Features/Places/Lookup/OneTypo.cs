namespace Benevolat.Missions.Features.Places.Lookup;

/// <summary>How what was typed resembles a term.</summary>
internal enum Likeness { None, Beginning, Whole }

/// <summary>One letter wrong, missing, too many, or two neighbours swapped.</summary>
internal static class OneTypo
{
    /// <summary>
    /// How terms begin that a text of two letters or more may be meant for: with its first letter, or, where the slip is right there,
    /// without it, with the second one before it, or with any other before or instead of it. Few terms do, so that few are compared.
    /// </summary>
    public static IEnumerable<string> Beginnings(string typed)
    {
        yield return typed[..1];
        yield return typed[1..];
        yield return $"{typed[1]}{typed[0]}{typed[2..]}";
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            yield return letter + typed;
            yield return letter + typed[1..];
        }
    }

    public static Likeness Compare(ReadOnlySpan<char> typed, ReadOnlySpan<char> term)
    {
        // The slip is where the two part, or among equal letters just before: repairing it there is as good.
        var same = typed.CommonPrefixLength(term);
        if (same == typed.Length) { return Length(typed.Length, term.Length); }

        var typedRest = typed[same..];
        var termRest = term[same..];
        return Best(
            Follows(typedRest[1..], termRest),
            termRest.Length == 0 ? Likeness.None
                : Best(Follows(typedRest[1..], termRest[1..]), Follows(typedRest, termRest[1..]), Swapped(typedRest, termRest)));
    }

    private static Likeness Swapped(ReadOnlySpan<char> typed, ReadOnlySpan<char> term) =>
        typed.Length > 1 && term.Length > 1 && typed[0] == term[1] && typed[1] == term[0] ? Follows(typed[2..], term[2..]) : Likeness.None;

    private static Likeness Follows(ReadOnlySpan<char> typed, ReadOnlySpan<char> term) =>
        term.StartsWith(typed) ? Length(typed.Length, term.Length) : Likeness.None;

    private static Likeness Length(int typed, int term) => typed == term ? Likeness.Whole : Likeness.Beginning;

    private static Likeness Best(params ReadOnlySpan<Likeness> likenesses)
    {
        var best = Likeness.None;
        foreach (var likeness in likenesses) { best = likeness > best ? likeness : best; }
        return best;
    }
}
