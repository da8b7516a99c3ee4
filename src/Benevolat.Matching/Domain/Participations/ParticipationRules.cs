using Benevolat.Contracts.Matching;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Domain.Participations;

/// <summary>What participations and feedback refuse, and what to do instead.</summary>
public static class ParticipationRules
{
    public static readonly Rule NotBegun = new("participation.not-begun",
        "Ce moment n'est pas encore venu : revenez quand le créneau aura commencé.",
        "This time has not come yet: come back when the shift has begun.");

    public static readonly Rule Begun = new("participation.begun",
        "Le créneau a commencé : dites à l'association ce qui s'est passé, elle notera votre présence ou votre absence.",
        "The shift has begun: tell the organisation what happened, it records whether you were there.");

    public static readonly Rule MinutesMissing = new("participation.minutes-missing",
        "Personne n'a dit combien de temps cela a duré : indiquez les minutes.",
        "Nobody said how long it was: state the minutes.");

    public static readonly Rule HasShifts = new("participation.has-shifts",
        "Cette mission a des créneaux : inscrivez-vous à l'un d'eux, et déclarez vos heures sur votre participation.",
        "This mission has shifts: sign up for one, and declare your hours on your participation.");

    public static readonly Rule Exists = new("participation.exists",
        "Ce jour est déjà noté : changez ses heures plutôt que de le noter deux fois.",
        "This day is recorded already: change its hours rather than record it twice.");

    public static readonly Rule Day = new("participation.day",
        "Ce jour n'est pas possible : il se trouve entre votre candidature et aujourd'hui.",
        "This day isn't possible: it lies between your application and today.");

    public static readonly Rule WhichShift = new("participation.which-shift",
        "Cette mission a des créneaux : dites lequel.", "This mission has shifts: say which.");

    public static readonly Rule FeedbackTooEarly = new("feedback.too-early",
        "Vous pourrez dire comment c'était après votre première journée.",
        "You can say how it was after your first day.");

    /// <summary>One code for every illegal step; the sentence says where the participation stands and what remains possible.</summary>
    public static Rule Transition(ParticipationState from) => Transitions[from];

    private static readonly Dictionary<ParticipationState, Rule> Transitions = new()
    {
        [ParticipationState.Planned] = Step(
            "Cette participation est prévue : attendez le jour, ou annulez-la.",
            "This participation is planned: wait for the day, or cancel it."),
        [ParticipationState.Present] = Step(
            "La personne est notée présente : il reste à déclarer ou à valider ses heures.",
            "The person is recorded as present: what remains is to declare or approve the hours."),
        [ParticipationState.Approved] = Step(
            "Les heures sont validées : elles ne changent plus.",
            "The hours are approved: they change no more."),
        [ParticipationState.NoShow] = Step(
            "L'absence est notée : parlez-en avec l'association si c'est une erreur.",
            "The absence is recorded: talk to the organisation if that is a mistake."),
        [ParticipationState.Cancelled] = Step(
            "Cette participation est annulée : inscrivez-vous de nouveau au créneau.",
            "This participation was cancelled: sign up for the shift again."),
    };

    private static Rule Step(string french, string english) => new("participation.transition", french, english);
}
