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

    private static string Name(Language language, NotificationKind kind) => HtmlEncoder.Default.Encode((kind, language == Language.English) switch
    {
        (NotificationKind.ApplicationSubmitted, true) => "new application",
        (NotificationKind.ApplicationSubmitted, false) => "nouvelle candidature",
        (NotificationKind.ApplicationReceived, true) => "application sent",
        (NotificationKind.ApplicationReceived, false) => "candidature envoyée",
        (NotificationKind.ApplicationAcknowledged, true) => "application seen",
        (NotificationKind.ApplicationAcknowledged, false) => "candidature vue",
        (NotificationKind.ApplicationAccepted, true) => "application accepted",
        (NotificationKind.ApplicationAccepted, false) => "candidature acceptée",
        (NotificationKind.ApplicationDeclined, true) => "application declined",
        (NotificationKind.ApplicationDeclined, false) => "candidature refusée",
        (NotificationKind.ApplicationWithdrawn, true) => "application withdrawn",
        (NotificationKind.ApplicationWithdrawn, false) => "candidature retirée",
        (NotificationKind.NewMissions, true) => "new missions for your searches",
        (NotificationKind.NewMissions, false) => "nouvelles missions pour vos recherches",
        (NotificationKind.MissionExpiring, true) => "mission that ends soon",
        (NotificationKind.MissionExpiring, false) => "mission bientôt terminée",
        (NotificationKind.MissionReviewed, true) => "mission reviewed",
        (NotificationKind.MissionReviewed, false) => "mission relue",
        (NotificationKind.MemberInvited, true) => "invitation",
        (NotificationKind.MemberInvited, false) => "invitation",
        (NotificationKind.JoinRequested, true) => "request to join",
        (NotificationKind.JoinRequested, false) => "demande d'adhésion à l'équipe",
        (NotificationKind.JoinAnswered, true) => "answer to a request to join",
        (NotificationKind.JoinAnswered, false) => "réponse à une demande d'adhésion à l'équipe",
        (NotificationKind.OrganisationRefused, true) => "organisation to complete",
        (NotificationKind.OrganisationRefused, false) => "association à compléter",
        (_, true) => "organisation verified",
        _ => "association vérifiée",
    });
}
