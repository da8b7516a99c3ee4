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

    public static readonly Rule TooFewPlaces = new("mission.too-few-places",
        "Il reste {left} place(s) pour {asked} demandée(s) : réduisez le groupe, ou ajoutez des places à la mission.",
        "{left} place(s) are left for {asked} asked for: make the group smaller, or add places to the mission.");

    public static readonly Rule WaitsAlready = new("application.waits-already",
        "Cette candidature est déjà sur la liste d'attente : une place lui sera proposée dès qu'il s'en libère une.",
        "This application is on the waiting list already: it will be offered a place as soon as one comes free.");

    public static readonly Rule NoOffer = new("offer.none",
        "Aucune place ne vous est proposée en ce moment : relisez votre candidature.",
        "No place is offered to you at the moment: read your application again.");

    public static readonly Rule OfferLapsed = new("offer.lapsed",
        "Le délai de cette proposition est passé : la place va à la personne suivante.",
        "This offer's time is over: the place goes to the next person.");

    public static readonly Rule NotHandedOver = new("promise.not-handed-over",
        "Cette candidature n'attend pas l'aide d'un accompagnateur : l'association a répondu, ou son délai court encore.",
        "This application doesn't wait for an adviser's help: the organisation has answered, or still has time.");

    public static readonly Rule JustReminded = new("promise.just-reminded",
        "L'association a déjà été relancée aujourd'hui : attendez demain, ou proposez d'autres missions.",
        "The organisation was reminded today already: wait until tomorrow, or propose other missions.");

    public static readonly Rule NotAWelcomer = new("application.not-a-welcomer",
        "Cette personne ne fait pas partie de votre association : choisissez un de ses membres.",
        "This person isn't a member of your organisation: choose one of its members.");

    public static readonly Rule InvitedAlready = new("invitation.exists",
        "Cette personne a déjà été invitée à cette mission : laissez-lui le temps de répondre.",
        "This person was invited to this mission already: give them time to answer.");

    public static readonly Rule TooManyInvitations = new("invitation.too-many",
        "Cette mission a déjà donné lieu à {most} invitations : revoyez plutôt sa description avec l'aide du coach.",
        "{most} people were invited to this mission already: rather look at its description again, with the coach's help.");

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
