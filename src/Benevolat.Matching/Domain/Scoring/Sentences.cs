using System.Globalization;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Matching.Domain.Scoring;

/// <summary>Tells a part of a match with its facts: to the volunteer, or to the organisation about a volunteer who stays anonymous.</summary>
/// <param name="English">French otherwise.</param>
/// <param name="ToVolunteer">To the organisation otherwise.</param>
public sealed record Sentences(bool English, bool ToVolunteer)
{
    private string Tell(string toVolunteerFr, string toVolunteerEn, string toOrganisationFr, string toOrganisationEn) =>
        (ToVolunteer, English) switch
        {
            (true, false) => toVolunteerFr,
            (true, true) => toVolunteerEn,
            (false, false) => toOrganisationFr,
            (false, true) => toOrganisationEn,
        };

    public string Of(MatchPart part, MatchFacts facts) => part switch
    {
        MatchPart.Hours => OfHours(facts),
        MatchPart.Distance => OfDistance(facts),
        MatchPart.Skills => OfSkills(facts),
        MatchPart.Causes => OfCause(facts.Mission.Domain),
        _ => OfKind(facts.Mission.Kind),
    };

    private string OfHours(MatchFacts facts)
    {
        if (facts.Windows.Count == 0)
        {
            return Tell("Cette mission n'impose pas d'horaires.", "This mission sets no particular hours.",
                "Disponible ; votre mission n'impose pas d'horaires.", "Available; your mission sets no particular hours.");
        }

        var windows = Words.List(facts.Windows.Select(window => Words.Of(window, English)), English);
        return Tell($"Vous êtes libre {windows}, comme cette mission.", $"You are free {windows}, like this mission.",
            $"Libre {windows}, comme votre mission.", $"Free {windows}, like your mission.");
    }

    private string OfDistance(MatchFacts facts)
    {
        if (facts is not { DistanceKm: { } km, Address: { } address })
        {
            return Tell("Cette mission peut se faire à distance, comme vous le souhaitez.", "This mission can be done from home, as you wish.",
                "Souhaite aider à distance, ce que votre mission permet.", "Wishes to help from home, which your mission allows.");
        }

        if (facts.SameCommune)
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
        if (facts.SharedSkills.Count == 0)
        {
            return Tell("Aucune compétence particulière n'est demandée.", "No particular skill is asked for.",
                "Votre mission ne demande pas de compétence particulière.", "Your mission asks for no particular skill.");
        }

        var skills = Words.List(facts.SharedSkills, English);
        return Tell($"Vos compétences y servent : {skills}.", $"Your skills are of use here: {skills}.",
            $"A des compétences que vous cherchez : {skills}.", $"Has skills that you look for: {skills}.");
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

    private string Kilometres(double km)
    {
        var culture = CultureInfo.GetCultureInfo(English ? "en-GB" : "fr-FR");
        if (km < 1) { return English ? "less than 1 km" : "moins de 1 km"; }
        return km < 10 ? string.Create(culture, $"{km:0.#} km") : string.Create(culture, $"{km:0} km");
    }
}
