using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Domain.Shifts;

/// <summary>What shifts refuse, and what to do instead.</summary>
public static class ShiftRules
{
    public static readonly Rule Full = new("shift.full",
        "Il ne reste pas assez de places sur ce créneau ({left} sur {places}) : choisissez un autre créneau, ou mettez-vous en liste d'attente.",
        "There are not enough places left in this shift ({left} of {places}): choose another shift, or join the waiting list.");

    public static readonly Rule Clash = new("shift.clash",
        "Un autre créneau tombe en même temps (« {title} ») : annulez-le d'abord, ou choisissez un autre moment.",
        "Another shift is at the same time (“{title}”): cancel it first, or choose another time.");

    public static readonly Rule Over = new("shift.over",
        "Ce créneau a commencé ou n'a plus lieu : choisissez-en un à venir.",
        "This shift has begun or is off: choose one to come.");

    public static readonly Rule NotAccepted = new("shift.not-accepted",
        "Les créneaux sont ouverts aux bénévoles acceptés sur cette mission : attendez la réponse de l'association.",
        "Shifts are open to volunteers who were accepted for this mission: wait for the organisation's answer.");

    public static readonly Rule Exists = new("shift.exists",
        "Cette personne est déjà inscrite à ce créneau : il n'y a rien à faire.",
        "This person has signed up for this shift already: there is nothing to do.");

    public static readonly Rule OfferLapsed = new("offer.lapsed",
        "Cette place n'est plus réservée pour vous : inscrivez-vous de nouveau au créneau, ou à sa liste d'attente.",
        "This place is no longer held for you: sign up for the shift again, or for its waiting list.");

    public static readonly Rule SwapTaken = new("swap.taken",
        "Quelqu'un a déjà repris ce créneau, ou son échange est annulé : voyez les autres échanges.",
        "Somebody has taken this shift over already, or its swap was withdrawn: look at the other swaps.");

    public static readonly Rule SwapOwn = new("swap.own",
        "C'est votre propre créneau : une autre personne doit le reprendre.",
        "This is your own shift: somebody else has to take it over.");

    public static readonly Rule SwapExists = new("swap.exists",
        "Ce créneau est déjà proposé à l'échange : attendez qu'une personne le reprenne, ou annulez votre inscription.",
        "This shift is offered for a swap already: wait until somebody takes it over, or cancel your sign-up.");
}
