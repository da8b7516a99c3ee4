using Benevolat.Contracts.Vocabulary;
using static Benevolat.Missions.Domain.Coaching.CoachHit;
using static Benevolat.Missions.Domain.Coaching.CoachRule;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>Who is there the first time, and what happens then.</summary>
internal static class WelcomeRules
{
    private const int ShortestWelcome = 40;

    /// <summary>More than anybody receives at once without an appointment.</summary>
    private const int MostPlacesWithoutShifts = 50;

    public static IReadOnlyList<CoachRule> All { get; } =
    [
        Advice("welcome-missing", CoachPart.Welcome, Whole, "welcome",
            "Dites qui accueille et comment se passe la première fois : « La coordinatrice vous attend à 13 h 45, vous présente l'équipe et reste à côté de vous la première séance ».",
            "Say who welcomes and how the first time goes: “La coordinatrice vous attend à 13 h 45, vous présente l'équipe et reste à côté de vous la première séance”.",
            mission => When(IsMissing(mission))),

        Advice("welcome-person", CoachPart.Welcome, 4, "welcomerId",
            "Dites qui accueille : choisissez un membre de l'association, ou nommez sa fonction, « la responsable des bénévoles », « un binôme expérimenté ».",
            "Say who welcomes: choose a member of the organisation, or name what they do, “la responsable des bénévoles”, “un binôme expérimenté”.",
            mission => When(!IsMissing(mission) && !NamesSomebody(mission))),

        Advice("welcome-first-time", CoachPart.Welcome, 5, "welcome",
            "Racontez la première fois : où l'on sonne, qui montre, ce que l'on observe avant de faire seul.",
            "Tell about the first time: where to ring, who shows, what one watches before doing it alone.",
            mission => When(!IsMissing(mission) && !TellsTheFirstTime(mission))),

        Advice("welcome-short", CoachPart.Welcome, 1, "welcome",
            "Une phrase de plus rassure : à quelle heure venir la première fois, et qui demander à l'entrée (une fonction, pas un numéro).",
            "One more sentence reassures: when to come the first time, and whom to ask for at the door (what they do, no phone number).",
            mission => When(!mission.Welcome.IsEmpty && mission.Welcome.Text.Trim().Length < ShortestWelcome)),

        Advice("places-many", CoachPart.Welcome, 2, "places",
            "{match} personnes à la fois, c'est beaucoup à accueillir : indiquez combien vous en recevez vraiment, ou répartissez-les en créneaux.",
            "{match} people at once are many to welcome: say how many you can really receive, or share them out into shifts.",
            mission => mission.Content is { Shifts.Count: 0, Places: > MostPlacesWithoutShifts, Kind: not MissionKind.Challenge }
                ? [new CoachHit(Match: mission.Content.Places.ToString(System.Globalization.CultureInfo.InvariantCulture))] : []),
    ];

    private static bool IsMissing(CoachedMission mission) =>
        mission.Welcome.IsEmpty && mission.Content.WelcomerId is null && !CoachWords.Welcome.IsIn(mission.Description) && !TellsTheFirstTime(mission);

    private static bool NamesSomebody(CoachedMission mission) =>
        mission.Content.WelcomerId is not null || CoachWords.WelcomePerson.IsIn(mission.Welcome) || CoachWords.WelcomePerson.IsIn(mission.Description);

    private static bool TellsTheFirstTime(CoachedMission mission) => !mission.Welcome.IsEmpty || CoachWords.FirstTime.IsIn(mission.Description);
}
