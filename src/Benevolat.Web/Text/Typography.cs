using System.Buffers;
using System.Text;
using Benevolat.ServiceDefaults.Http;

namespace Benevolat.Web.Text;

/// <summary>The spaces of French printing, so that no line begins with a question mark.</summary>
internal static class Typography
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(":;!?»«'");
    private const char NoBreak = '\u00a0';
    private const char Thin = '\u202f';

    /// <summary>The apostrophe of both languages, the spaces of French alone.</summary>
    public static string Set(string text) => Languages.InEnglish ? text.Replace('\'', '’') : French(text);

    public static string French(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks)) { return text; }

        var set = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var next = at + 1 < text.Length ? text[at + 1] : ' ';
            set.Append(text[at] switch
            {
                '\'' => '’',
                ' ' when next is '!' or '?' or ';' => Thin,
                ' ' when next is ':' or '»' => NoBreak,
                ' ' when at > 0 && text[at - 1] == '«' => NoBreak,
                var letter => letter,
            });
        }

        return set.ToString();
    }
}
