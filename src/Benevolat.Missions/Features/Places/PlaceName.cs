using System.Globalization;
using System.Text;

namespace Benevolat.Missions.Features.Places;

/// <summary>Names of places as people type them: without accents or hyphens, "St" for "Saint".</summary>
public static class PlaceName
{
    public static string[] Words(string name) => [.. Letters(name).Select(Spelled)];

    /// <summary>The words in small ASCII letters and digits.</summary>
    public static string[] Letters(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character)) { plain.Append(character); }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) { plain.Append(' '); }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Spelled(string word) => word switch { "st" => "saint", "ste" => "sainte", _ => word };
}
