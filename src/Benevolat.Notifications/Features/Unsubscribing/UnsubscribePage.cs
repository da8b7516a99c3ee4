using System.Text.Encodings.Web;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;

namespace Benevolat.Notifications.Features.Unsubscribing;

/// <summary>Two small pages, plain HTML that needs neither script nor stylesheet of its own.</summary>
internal static class UnsubscribePage
{
    public static IResult Ask(Language language, NotificationKind kind) => language == Language.English
        ? Page(language, "Unsubscribe", $"<p>Stop e-mails of the kind “{Name(language, kind)}”? They stay in your list on the site.</p>{Button("Stop these e-mails")}")
        : Page(language, "Se désabonner", $"<p>Ne plus recevoir par e-mail les messages « {Name(language, kind)} » ? Ils restent dans votre liste sur le site.</p>{Button("Ne plus recevoir ces e-mails")}");

    public static IResult Done(Language language, NotificationKind kind) => language == Language.English
        ? Page(language, "Done", $"<p>You get no more e-mails of the kind “{Name(language, kind)}”.</p>")
        : Page(language, "C'est fait", $"<p>Vous ne recevrez plus d'e-mails « {Name(language, kind)} ».</p>");

    private static string Button(string text) => $"<form method=\"post\"><button>{text}</button></form>";

    private static IResult Page(Language language, string title, string body) => Results.Content(
        $"""
        <!doctype html>
        <html lang="{language.Code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} — Benevolat</title><link rel="stylesheet" href="/css/site.css"></head>
        <body><main class="container"><h1>{title}</h1>{body}<p><a href="/">Benevolat</a></p></main></body></html>
        """, "text/html; charset=utf-8");

    private static string Name(Language language, NotificationKind kind) => HtmlEncoder.Default.Encode(KindNames.Of(kind, language));
}
