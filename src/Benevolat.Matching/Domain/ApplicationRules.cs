using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Domain;

/// <summary>What an application refuses, and what to do instead.</summary>
public static class ApplicationRules
{
    public static readonly Rule Exists = new("application.exists",
        "Vous avez déjà une candidature en cours pour cette mission : retrouvez-la dans vos candidatures.",
        "You already have an application under way for this mission: find it among your applications.");

    public static readonly Rule OwnOrganisation = new("application.own-organisation",
        "Cette mission est celle de votre association : on ne candidate pas chez soi.",
        "This mission is your own organisation's: one doesn't apply to oneself.");

    public static readonly Rule MissionNotOpen = new("mission.not-open",
        "Cette mission ne prend pas de candidatures en ce moment : cherchez-en une autre, il y en a de semblables.",
        "This mission takes no applications at the moment: look for another, there are similar ones.");

    public static readonly Rule NoPlaceLeft = new("mission.no-place-left",
        "Toutes les places de cette mission sont prises ({places} sur {places}) : ajoutez des places à la mission, "
            + "ou refusez la candidature avec le motif « no-place-left ».",
        "All places of this mission are taken ({places} of {places}): add places to the mission, "
            + "or decline the application with the reason “no-place-left”.");

    public static readonly Rule OrganisationSuspended = new("organisation.suspended",
        "Votre association est suspendue : voyez avec la modération avant d'accueillir des bénévoles.",
        "Your organisation is suspended: talk to the moderators before welcoming volunteers.");

    /// <summary>One code for every illegal step; the sentence says where the application stands and what remains possible.</summary>
    public static Rule Transition(ApplicationState from) => Transitions[from];

    private static readonly Dictionary<ApplicationState, Rule> Transitions = new()
    {
        [ApplicationState.Submitted] = Step(
            "Cette candidature attend encore une réponse : acceptez-la ou refusez-la d'abord.",
            "This application still waits for an answer: accept or decline it first."),
        [ApplicationState.Acknowledged] = Step(
            "Cette candidature est déjà prise en compte : acceptez-la ou refusez-la.",
            "This application is acknowledged already: accept or decline it."),
        [ApplicationState.InDiscussion] = Step(
            "Cette candidature est déjà en discussion : acceptez-la ou refusez-la.",
            "This application is under discussion already: accept or decline it."),
        [ApplicationState.Accepted] = Step(
            "Cette candidature est déjà acceptée : seule la personne bénévole peut encore se retirer.",
            "This application is accepted already: only the volunteer can still step back."),
        [ApplicationState.Declined] = Step(
            "Cette candidature a déjà été refusée : la personne peut en déposer une nouvelle.",
            "This application was declined already: the person may submit a new one."),
        [ApplicationState.Withdrawn] = Step(
            "Cette candidature a été retirée : la personne peut en déposer une nouvelle.",
            "This application was withdrawn: the person may submit a new one."),
        [ApplicationState.Expired] = Step(
            "Cette candidature a expiré sans réponse : la personne peut en déposer une nouvelle.",
            "This application expired without an answer: the person may submit a new one."),
        [ApplicationState.Completed] = Step(
            "Cette mission a eu lieu : la candidature ne change plus.",
            "This mission took place: the application changes no more."),
        [ApplicationState.NoShow] = Step(
            "L'absence est enregistrée : la candidature ne change plus.",
            "The absence is recorded: the application changes no more."),
    };

    private static Rule Step(string french, string english) => new("application.transition", french, english);
}
