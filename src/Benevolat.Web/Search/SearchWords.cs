using System.Text.RegularExpressions;
using Benevolat.Web.Text;

namespace Benevolat.Web.Search;

/// <summary>The words of a search box: putting other words, or quotes, where some of them stand.</summary>
public static partial class SearchWords
{
    /// <summary>With these words within quotes, so that exactly they are looked for.</summary>
    public static string Exactly(string what, IEnumerable<string> words)
    {
        var wanted = words.Select(PlainText.Of).ToHashSet();
        return Change(what, word => wanted.Contains(PlainText.Of(word)) ? $"\"{word}\"" : word);
    }

    /// <summary>With the corrections in the places of what they correct.</summary>
    public static string Corrected(string what, IReadOnlyDictionary<string, string> corrections)
    {
        var plain = corrections.DistinctBy(pair => PlainText.Of(pair.Key)).ToDictionary(pair => PlainText.Of(pair.Key), pair => pair.Value);
        return Change(what, word => plain.GetValueOrDefault(PlainText.Of(word), word));
    }

    /// <summary>A word as it was typed, where the service names it without its accents.</summary>
    public static string AsTyped(string what, string word) =>
        Word().Matches(what).Select(match => match.Value).FirstOrDefault(typed => PlainText.Of(typed) == PlainText.Of(word)) ?? word;

    /// <summary>Words within quotes are already exact and stay as they are.</summary>
    private static string Change(string what, Func<string, string> change) =>
        Word().Replace(what, match => IsQuoted(what, match.Index) ? match.Value : change(match.Value));

    private static bool IsQuoted(string what, int at) => what.AsSpan(0, at).Count('"') % 2 == 1;

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();
}
