using System.Globalization;
using System.Text;

namespace Benevolat.Missions.Features.Places;

/// <summary>Names of places as people type them: without accents, apostrophes or hyphens, "St" for "Saint".</summary>
public static class PlaceName
{
    /// <summary>"s/" is "sur" in Villefranche s/ Saône and "sous" in Fontenay s/ Bois.</summary>
    internal const string SurOrSous = "s/";

    public static string[] Words(string name) => [.. Letters(name).Select(Spelled)];

    /// <summary>The words in small ASCII letters and digits.</summary>
    public static string[] Letters(string name) => Split(name, keepSurOrSous: false);

    /// <summary>The words of a question, where <see cref="SurOrSous"/> is a word too.</summary>
    internal static string[] Typed(string question) => Split(question, keepSurOrSous: true);

    internal static string Spelled(string word) => word switch
    {
        "st" => "saint",
        "ste" => "sainte",
        "sts" => "saints",
        "stes" => "saintes",
        _ => word,
    };

    private static string[] Split(string name, bool keepSurOrSous)
    {
        var plain = new StringBuilder(name.Length);
        var small = name.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);
        foreach (var character in small.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character)) { plain.Append(character); }
            else if (keepSurOrSous && character == '/' && IsLoneS(plain)) { plain.Append("/ "); }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) { plain.Append(' '); }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsLoneS(StringBuilder text) => text.Length > 0 && text[^1] == 's' && (text.Length == 1 || text[^2] == ' ');
}
