using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Domain.Participations;

/// <summary>Why a check-in isn't recorded, and what to do instead.</summary>
public static class CheckInRules
{
    public static readonly Rule Unknown = new("check-in.unknown",
        "Ce code n'est pas un code d'arrivée : scannez celui qui est affiché sur place.",
        "This is no check-in code: scan the one on display at the place.");

    public static readonly Rule NotExpected = new("check-in.not-expected",
        "Vous n'êtes pas inscrit ici ce jour-là : parlez à la personne qui vous accueille, elle peut vous inscrire.",
        "You have not signed up here for that day: talk to the person who welcomes you, they can sign you up.");

    public static readonly Rule TooEarly = new("check-in.too-early",
        "Il est trop tôt : scannez le code à partir d'une heure avant le début.",
        "It is too early: scan the code from one hour before the beginning.");

    public static readonly Rule TooLate = new("check-in.too-late",
        "Ce code ne vaut plus à cette heure-là : déclarez plutôt vos heures.",
        "This code is over at that time: declare your hours instead.");

    public static readonly Rule Future = new("check-in.future",
        "Cette heure n'est pas encore venue : vérifiez l'horloge de votre appareil.",
        "That time has not come yet: check the clock of your device.");

    public static readonly Rule TooOld = new("check-in.too-old",
        "Cette arrivée date de plus de 14 jours : déclarez plutôt vos heures.",
        "This check-in is more than 14 days old: declare your hours instead.");
}
