using System.Globalization;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Index.Matching;

namespace Benevolat.Matching.Domain.Scoring;

/// <summary>Tells a part of a match with its facts: to the volunteer, or to the organisation about a volunteer who stays anonymous.</summary>
/// <param name="English">French otherwise.</param>
/// <param name="ToVolunteer">To the organisation otherwise.</param>
public sealed partial record Sentences(bool English, bool ToVolunteer)
{
    private const int WindowsTold = 2;

    /// <param name="homeCommune">INSEE code of the volunteer's commune, when known.</param>
    public string Of(MatchPart part, MatchHit hit, MissionFacts mission, string? homeCommune)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(mission);
        return part switch
        {
            MatchPart.Hours => OfHours(hit.Facts),
            MatchPart.Distance => OfDistance(hit.Facts, mission, homeCommune),
            MatchPart.Skills => OfSkills(hit.Facts),
            MatchPart.Causes => OfCause(mission.Domain),
            MatchPart.Kind => OfKind(mission.Kind),
            MatchPart.Pathway => OfPathway(hit[part].Value),
            MatchPart.Responsiveness => OfResponsiveness(hit[part]),
            _ => OfFeedback(hit[part]),
        };
    }

    private string Tell(string toVolunteerFr, string toVolunteerEn, string toOrganisationFr, string toOrganisationEn) =>
        (ToVolunteer, English) switch
        {
            (true, false) => toVolunteerFr,
            (true, true) => toVolunteerEn,
            (false, false) => toOrganisationFr,
            (false, true) => toOrganisationEn,
        };

    private string OfHours(MatchFacts facts)
    {
        if (facts.SharedHours.IsEmpty)
        {
            return Tell("Cette mission n'impose pas d'horaires.", "This mission sets no particular hours.",
                "Disponible ; votre mission n'impose pas d'horaires.", "Available; your mission sets no particular hours.");
        }

        var windows = Windows(facts.SharedHours.Hours());
        return Tell($"Vous êtes libre {windows}, comme cette mission.", $"You are free {windows}, like this mission.",
            $"Libre {windows}, comme votre mission.", $"Free {windows}, like your mission.");
    }

    private string OfDistance(MatchFacts facts, MissionFacts mission, string? homeCommune)
    {
        if (facts is not { Km: { } km, Place: { } place })
        {
            return Tell("Cette mission peut se faire à distance, comme vous le souhaitez.", "This mission can be done from home, as you wish.",
                "Souhaite aider à distance, ce que votre mission permet.", "Wishes to help from home, which your mission allows.");
        }

        var address = mission.Addresses[place];
        if (address.CommuneCode == homeCommune)
        {
            return Tell($"C'est dans votre commune, {address.Commune}.", $"It is in your own town, {address.Commune}.",
                $"Habite la commune de la mission, {address.Commune}.", $"Lives in the mission's town, {address.Commune}.");
        }

        var distance = Kilometres(km);
        return Tell($"C'est à {distance} de chez vous, {Words.At(address.Commune)}.", $"It is {distance} from you, in {address.Commune}.",
            $"À {distance} de la mission.", $"{distance} from the mission.");
    }

    private string OfSkills(MatchFacts facts)
    {
        if (facts.SharedSkills.Count > 0)
        {
            var skills = Words.List(facts.SharedSkills, English);
            return Tell($"Vos compétences y servent : {skills}.", $"Your skills are of use here: {skills}.",
                $"A des compétences que vous cherchez : {skills}.", $"Has skills that you look for: {skills}.");
        }

        if (facts.LearntSkills.Count > 0)
        {
            var skills = Words.List(facts.LearntSkills, English);
            return Tell($"Vous pourriez y apprendre ce que vous souhaitez : {skills}.", $"You could learn here what you wish to: {skills}.",
                $"Souhaite apprendre ce que vous cherchez : {skills}.", $"Wishes to learn what you look for: {skills}.");
        }

        return Tell("Aucune compétence particulière n'est demandée.", "No particular skill is asked for.",
            "Votre mission ne demande pas de compétence particulière.", "Your mission asks for no particular skill.");
    }

    private string OfCause(MissionDomain domain)
    {
        var cause = Words.Of(domain, English);
        return Tell($"La cause vous tient à cœur : {cause}.", $"It is a cause you care about: {cause}.",
            $"Cette cause lui tient à cœur : {cause}.", $"Cares about this cause: {cause}.");
    }

    private string OfKind(MissionKind kind)
    {
        var wanted = Words.Of(kind, English);
        return Tell($"Vous cherchez {wanted}.", $"You are looking for {wanted}.", $"Cherche {wanted}.", $"Looking for {wanted}.");
    }

    /// <summary>By what <see cref="MatchWeights"/> says of steps: the same one, one further, one back, or far off.</summary>
    private string OfPathway(double value) => value switch
    {
        >= 1 => Tell("L'engagement demandé est à votre mesure aujourd'hui.", "What it asks for suits where you stand today.",
            "L'engagement demandé est à sa mesure aujourd'hui.", "What it asks for suits where they stand today."),
        >= 0.75 => Tell("Elle vous mènerait un pas plus loin.", "It would take you one step further.",
            "Ce serait pour cette personne un pas de plus.", "It would be one step further for them."),
        >= 0.5 => Tell("Elle demande moins que ce que vous avez déjà fait.", "It asks for less than you have done before.",
            "A déjà fait davantage.", "Has done more before."),
        _ => Tell("Elle est loin de ce que vous avez fait jusqu'ici.", "It is far from what you have done so far.",
            "Serait loin de ce que cette personne a fait jusqu'ici.", "Would be far from what they have done so far."),
    };

    private string OfResponsiveness(MatchedPart part) => part.Gap is MatchGap.LeftOpen
        ? Tell("L'association est nouvelle ici : on ne sait pas encore comment elle répond.", "The organisation is new here: how it answers isn't known yet.",
            "Votre association est nouvelle ici.", "Your organisation is new here.")
        : part.Value switch
        {
            >= 0.9 => Tell("L'association répond presque toujours, et vite.", "The organisation nearly always answers, and soon.",
                "Votre association répond presque toujours, et vite.", "Your organisation nearly always answers, and soon."),
            >= 0.6 => Tell("L'association répond le plus souvent.", "The organisation answers most of the time.",
                "Votre association répond le plus souvent.", "Your organisation answers most of the time."),
            _ => Tell("L'association tarde souvent à répondre.", "The organisation is often slow to answer.",
                "Votre association tarde souvent à répondre.", "Your organisation is often slow to answer."),
        };

    private string OfFeedback(MatchedPart part) => part.Gap is MatchGap.LeftOpen
        ? Tell("Personne n'a encore dit si la mission est comme elle est décrite.", "Nobody has said yet whether the mission is as described.",
            "Personne n'a encore dit si votre mission est comme elle est décrite.", "Nobody has said yet whether your mission is as described.")
        : part.Value switch
        {
            >= 0.9 => Tell("Les bénévoles la trouvent comme elle est décrite.", "Volunteers find it as described.",
                "Les bénévoles la trouvent comme elle est décrite.", "Volunteers find it as described."),
            >= 0.6 => Tell("Les bénévoles la trouvent plutôt comme elle est décrite.", "Volunteers find it more or less as described.",
                "Les bénévoles la trouvent plutôt comme elle est décrite.", "Volunteers find it more or less as described."),
            _ => Tell("Des bénévoles l'ont trouvée différente de sa description.", "Volunteers found it different from its description.",
                "Des bénévoles l'ont trouvée différente de sa description.", "Volunteers found it different from its description."),
        };

    private string Windows(IEnumerable<int> hours) => Words.List(WeekWindow.Largest(hours, WindowsTold).Select(window => Words.Of(window, English)), English);

    private string Kilometres(double km)
    {
        var culture = CultureInfo.GetCultureInfo(English ? "en-GB" : "fr-FR");
        if (km < 1) { return English ? "less than 1 km" : "moins de 1 km"; }
        return km < 10 ? string.Create(culture, $"{km:0.#} km") : string.Create(culture, $"{km:0} km");
    }
}
