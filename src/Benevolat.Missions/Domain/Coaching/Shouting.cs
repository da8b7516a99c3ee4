namespace Benevolat.Missions.Domain.Coaching;

/// <summary>Capitals and exclamation marks where a calm voice would do.</summary>
internal static class Shouting
{
    /// <summary>Shorter words in capitals are acronyms.</summary>
    private const int LongestAcronym = 5;

    /// <summary>The first word in capitals that is no acronym, else a row of such words, else exclamation marks.</summary>
    /// <param name="marks">Exclamation marks that may stand there.</param>
    public static IEnumerable<CoachHit> In(CoachedText text, int marks = 0)
    {
        var row = 0;
        for (var at = 0; at < text.Words.Count; at++)
        {
            var word = text.Slice(at, at);
            row = IsInCapitals(word) ? row + 1 : 0;
            if (row == 0 || (word.Length <= LongestAcronym && row < 3)) { continue; }

            yield return new CoachHit(text.Field, text.Slice(at - row + 1, at));
            yield break;
        }

        if (text.Text.Count(letter => letter == '!') > marks) { yield return new CoachHit(text.Field, "!"); }
    }

    private static bool IsInCapitals(string word) => word.Length > 1 && word.Any(char.IsLetter) && word.All(letter => !char.IsLower(letter));
}
