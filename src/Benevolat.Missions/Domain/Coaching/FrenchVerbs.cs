namespace Benevolat.Missions.Domain.Coaching;

/// <summary>Tells verbs by their endings, and by two lists in <c>words.txt</c> for what endings hide.</summary>
internal static class FrenchVerbs
{
    /// <summary>"Accompagner", "servir", "peindre"; not "quartier" or "loisir".</summary>
    public static bool IsInfinitive(string word)
    {
        if (CoachWords.Verbs.Contains(word)) { return true; }
        if (word.Length < 4 || CoachWords.NotVerbs.Contains(word)) { return false; }

        // Most words in -ier are trades and places, most in -oir are things; their verbs stand in the list.
        return word.EndsWith("er", StringComparison.Ordinal) ? !word.EndsWith("ier", StringComparison.Ordinal) || IsMaking(word)
            : word.EndsWith("ir", StringComparison.Ordinal) && !word.EndsWith("oir", StringComparison.Ordinal);
    }

    /// <summary>"Vous servez", "venez".</summary>
    public static bool IsSaidToYou(string word) => word.Length > 3 && word.EndsWith("ez", StringComparison.Ordinal) && !CoachWords.NotYou.Contains(word);

    private static bool IsMaking(string word) =>
        word.EndsWith("ifier", StringComparison.Ordinal) || word.EndsWith("graphier", StringComparison.Ordinal);
}
