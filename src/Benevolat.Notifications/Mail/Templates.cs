using System.Text.Encodings.Web;
using System.Text.Unicode;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Benevolat.Notifications.Mail;

/// <summary>What a message says, rendered from the Liquid templates of this assembly: <c>Templates/{language}/{kind}.{text|html}.liquid</c>.</summary>
public sealed class Templates
{
    private readonly Dictionary<string, Template> _templates = [];

    public Templates()
    {
        var assembly = typeof(Templates).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var template = Template.ParseLiquid(reader.ReadToEnd(), name);
            if (template.HasErrors) { throw new InvalidOperationException($"Template {name}: {template.Messages[0]}"); }
            _templates.Add(name, template);
        }
    }

    /// <summary>The line that stands for the message: the e-mail's subject, the entry in the list on the site.</summary>
    public string Subject(NotificationKind kind, Language language, IReadOnlyDictionary<string, object?> facts) =>
        Render($"{language.Code}/{kind.ToKebab()}.subject", facts, new LiquidTemplateContext()).ReplaceLineEndings(" ").Trim();

    public string Text(NotificationKind kind, Language language, IReadOnlyDictionary<string, object?> facts) =>
        Render($"{language.Code}/{kind.ToKebab()}.text", facts, new LiquidTemplateContext()).Trim() + "\n\n" +
        Render($"{language.Code}/footer.text", facts, new LiquidTemplateContext()).Trim() + "\n";

    public string Html(NotificationKind kind, Language language, IReadOnlyDictionary<string, object?> facts, string subject)
    {
        var body = Render($"{language.Code}/{kind.ToKebab()}.html", facts, new HtmlContext());
        var footer = Render($"{language.Code}/footer.html", facts, new HtmlContext());
        return Render("layout.html", new Dictionary<string, object?>
        {
            ["language"] = language.Code,
            ["subject"] = subject,
            ["body"] = new Markup(body),
            ["footer"] = new Markup(footer),
        }, new HtmlContext());
    }

    private string Render(string name, IReadOnlyDictionary<string, object?> facts, TemplateContext context)
    {
        var values = new ScriptObject();
        foreach (var (key, value) in facts) { values[key] = value; }
        context.PushGlobal(values);
        return _templates[name].Render(context);
    }

    /// <summary>Already HTML.</summary>
    private sealed record Markup(string Html);

    /// <summary>Encodes every value on its way into HTML; only the templates' own text is markup.</summary>
    private sealed class HtmlContext : LiquidTemplateContext
    {
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        public override TemplateContext Write(SourceSpan span, object? textAsObject)
        {
            if (textAsObject is not null) { Write(textAsObject is Markup markup ? markup.Html : Encoder.Encode(ObjectToString(textAsObject) ?? "")); }
            return this;
        }
    }
}
