using Benevolat.Web.Api;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Volunteer;

/// <summary>Where an application stands, as one sentence to whoever sent it.</summary>
internal static class Outcomes
{
    public static string Of(Candidacy candidacy, Texts t, Formats f) => candidacy.State switch
    {
        "submitted" or "acknowledged" or "in-discussion" => Open(candidacy, t, f),
        "accepted" => t["C'est oui ! Vous avez reçu un courriel qui dit qui vous accueille, quand et où."],
        "declined" => t["Cette fois, l'association ne peut pas vous accueillir. Ce n'est que partie remise."],
        "withdrawn" => t["Vous avez retiré cette candidature."],
        "expired" => t["L'association n'a pas répondu. Nous en sommes désolés."],
        "completed" => t["Mission accomplie. Merci !"],
        "no-show" => t["L'association a noté une absence. Si c'est une erreur, écrivez-lui ci-dessous."],
        _ => "",
    };

    private static string Open(Candidacy candidacy, Texts t, Formats f) => (candidacy, candidacy.Promise?.AnswerBy ?? candidacy.AnswerBy) switch
    {
        ({ Waiting: not null }, _) => t["L'association veut bien de vous : il ne manque plus qu'une place."],
        ({ AwaitsAnswer: true }, { } by) when f.IsPast(by) =>
            t["L'association devait vous répondre {0}. Elle a été relancée ; en attendant, d'autres missions vous attendent.", f.Moment(by)],
        ({ AwaitsAnswer: true }, { } by) => t["L'association vous répond au plus tard {0}.", f.Deadline(by)],
        ({ State: "in-discussion" }, _) => t["Vous êtes en discussion avec l'association."],
        _ => t["L'association a bien reçu votre candidature et prépare sa réponse."],
    };
}
