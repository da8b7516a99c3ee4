using System.Globalization;
using System.Text;

namespace Benevolat.Web.Text;

/// <summary>Texts as people compare them.</summary>
internal static class PlainText
{
    /// <summary>Without accents, case, hyphens: « Saint-Étienne » is <c>saint etienne</c>.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) { continue; }
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return plain.ToString().Trim();
    }
}
