using System.Globalization;
using System.Text;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>A word of a text: without case and accents, and where it stands.</summary>
internal readonly record struct TextWord(string Folded, int Start, int End);

/// <summary>Takes a text apart into words. Apostrophes, hyphens and the inclusive point part them.</summary>
internal static class FrenchWords
{
    public static List<TextWord> Of(string text)
    {
        var words = new List<TextWord>();
        for (var start = 0; start < text.Length;)
        {
            if (!IsLetter(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && IsLetter(text[end])) { end++; }
            words.Add(new TextWord(Fold(text[start..end]), start, end));
            start = end;
        }

        return words;
    }

    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) { continue; }

            folded.Append(char.ToLowerInvariant(letter) switch { 'œ' => "oe", 'æ' => "ae", var other => other.ToString() });
        }

        return folded.ToString();
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
