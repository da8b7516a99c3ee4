namespace Benevolat.Web.Text;

/// <summary>What a page says after a form was sent and the browser redirected: a known word in the address, a sentence on the page.</summary>
internal static class Announcements
{
    public const string Parameter = "fait";

    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["candidature"] = "Votre candidature est envoyée. L'association vous répond au plus tard à la date indiquée.",
        ["retrait"] = "Votre candidature est retirée. L'association en est informée.",
        ["message"] = "Votre message est envoyé.",
        ["place-prise"] = "C'est fait : la place est à vous.",
        ["place-laissee"] = "C'est noté : la place va à la personne suivante.",
        ["avis"] = "Merci ! Votre avis aide l'association, et ceux qui viendront après vous.",
        ["heures"] = "Les heures sont notées.",
        ["heures-confirmees"] = "Les heures sont confirmées.",
        ["inscription-creneau"] = "Votre place sur ce créneau est réservée. À bientôt !",
        ["attente-creneau"] = "Le créneau est complet : vous êtes en liste d'attente, et la première place libre vous sera proposée.",
        ["attente-quittee"] = "C'est noté : vous n'attendez plus de place sur ce créneau.",
        ["creneau-quitte"] = "Votre place sur ce créneau est rendue.",
        ["echange-propose"] = "L'échange est proposé aux autres bénévoles. Tant que personne ne le prend, on vous y attend.",
        ["echange-pris"] = "Le créneau est à vous. Merci de prendre le relais !",
        ["participation-annulee"] = "La participation est annulée.",
        ["absence"] = "L'absence est notée.",
        ["mission-faite"] = "C'est noté : la mission est faite.",
        ["en-attente"] = "La personne est en liste d'attente et aura la première place qui se libère.",
        ["invitation-mission"] = "L'invitation est partie. La personne décide ; vous verrez sa candidature ici.",
        ["planning"] = "Les créneaux sont attribués ; chaque bénévole en est informé.",
        ["pris-en-charge"] = "Vous vous en occupez : les autres le voient.",
        ["relance"] = "L'association est relancée.",
        ["autres-missions"] = "D'autres missions sont proposées au bénévole.",
        ["recherche"] = "Votre recherche est enregistrée. Nous vous écrirons au rythme que vous avez choisi.",
        ["recherche-modifiee"] = "Le rythme des messages est changé.",
        ["recherche-supprimee"] = "La recherche est supprimée.",
        ["profil"] = "Votre profil est enregistré.",
        ["inscrite"] = "Votre association est inscrite. Un modérateur la vérifie ; vous pouvez déjà préparer vos missions.",
        ["profil-association"] = "Le profil de l'association est enregistré.",
        ["demande"] = "Votre demande est envoyée. Les responsables de l'association vous répondront.",
        ["demande-acceptee"] = "C'est fait : la personne est dans l'équipe.",
        ["demande-refusee"] = "La demande est refusée ; la personne en est informée.",
        ["membre"] = "Bienvenue dans l'équipe !",
        ["membre-retire"] = "La personne n'est plus dans l'équipe.",
        ["depart"] = "Vous avez quitté l'équipe.",
        ["role"] = "Le rôle est changé.",
        ["invitation"] = "L'invitation est envoyée.",
        ["invitation-retiree"] = "L'invitation est retirée : son lien ne sert plus à rien.",
        ["mission-copiee"] = "La mission est copiée en brouillon. Donnez-lui ses dates.",
        ["mission-modifiee"] = "Les modifications sont enregistrées.",
        ["publication"] = "C'est publié : les bénévoles voient votre mission.",
        ["relecture"] = "La mission attend une relecture ; elle sera publiée ensuite.",
        ["pause"] = "La mission est en pause : personne ne peut plus candidater.",
        ["prolongation"] = "C'est noté : la mission est toujours d'actualité.",
        ["reouverture"] = "La mission est rouverte, en pause. Mettez ses dates et ses places à jour, puis publiez-la.",
        ["partage"] = "Les missions sont créées en brouillon et renvoient l'une à l'autre. Celle-ci reste : modifiez-la ou fermez-la.",
        ["cloture"] = "La mission est close.",
        ["accuse"] = "Le bénévole sait que vous avez bien reçu sa candidature.",
        ["acceptee"] = "Candidature acceptée : le bénévole reçoit les informations pour sa venue.",
        ["refusee"] = "Le bénévole est informé de votre réponse.",
        ["verifiee"] = "L'association est vérifiée : elle peut publier.",
        ["renvoyee"] = "L'association est renvoyée à son équipe, avec votre raison.",
        ["retablie"] = "L'association est rétablie : ses missions reprennent.",
        ["brouillon-supprime"] = "Le brouillon de l'association est supprimé.",
        ["logo"] = "Le logo est enregistré.",
        ["logo-retire"] = "Le logo est retiré.",
        ["decision"] = "C'est décidé. Les associations en sont informées.",
        ["signalement"] = "Merci. Un modérateur va regarder.",
        ["signalement-traite"] = "Le signalement est traité.",
        ["suspendue"] = "L'association est suspendue.",
    };

    public static IEnumerable<string> All => Sentences.Values;

    public static string? Of(string? word) => word is not null && Sentences.TryGetValue(word, out var sentence) ? sentence : null;
}
