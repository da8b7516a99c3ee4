using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Benevolat.Missions.Features;

/// <summary>Texts are stored as plain text. Feeds send HTML: tags go, paragraphs and lists stay readable, scripts vanish with their content.</summary>
public static partial class PlainText
{
    private static readonly HashSet<string> Silent = ["script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title"];
    private static readonly HashSet<string> Blocks = ["p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "section", "article", "blockquote"];

    public static string From(string text)
    {
        var plain = LooksLikeHtml().IsMatch(text) ? Parse(text) : text;
        plain = plain.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u00a0', ' ');
        plain = new string([.. plain.Where(character => !char.IsControl(character) || character is '\n' or '\t')]);
        return ManyLineEnds().Replace(SpacesAtLineEnd().Replace(plain, "\n"), "\n\n").Trim();
    }

    private static string Parse(string html)
    {
        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html).Body, text);
        return text.ToString();
    }

    private static void Write(INode? node, StringBuilder text)
    {
        foreach (var child in node?.ChildNodes ?? (IEnumerable<INode>)[])
        {
            if (child is IText words) { text.Append(Whitespace().Replace(words.Data, " ")); }
            else if (child is IElement element && !Silent.Contains(element.LocalName)) { Write(element, text, element.LocalName); }
        }
    }

    private static void Write(IElement element, StringBuilder text, string name)
    {
        var isBlock = Blocks.Contains(name);
        if (name is "br" or "li") { text.Append('\n'); }
        if (name == "li") { text.Append("- "); }
        if (isBlock) { text.Append("\n\n"); }
        Write(element, text);
        if (isBlock) { text.Append("\n\n"); }
    }

    [GeneratedRegex("""</?[a-zA-Z!][^<>]*>|&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);""")]
    private static partial Regex LooksLikeHtml();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"[ \t]*\n[ \t]*")]
    private static partial Regex SpacesAtLineEnd();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLineEnds();
}
