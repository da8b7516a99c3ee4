using static Benevolat.Missions.Domain.Coaching.CoachHit;
using static Benevolat.Missions.Domain.Coaching.CoachRule;
using Week = Benevolat.Contracts.Vocabulary.WeekHours;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>What one must bring: little, and each with its reason.</summary>
internal static class RequirementRules
{
    private const int MostPrerequisites = 4;
    private const int MostSkills = 6;
    private const int NightBegins = 22;
    private const int NightEnds = 6;

    private static readonly HashSet<string> Children = ["enfants", "jeunes-enfants", "children", "adolescents", "mineurs"];

    public static IReadOnlyList<CoachRule> All { get; } =
    [
        Advice("prerequisites-unjustified", CoachPart.Requirements, 2, "prerequisites",
            "Donnez la raison de « {match} » : « … parce que l'on est avec des mineurs », « … pour conduire le minibus ». Sans raison, ce n'est peut-être pas nécessaire.",
            "Give the reason for “{match}”: “… parce que l'on est avec des mineurs”, “… pour conduire le minibus”. Without a reason, perhaps it isn't needed.",
            mission => mission.Prerequisites.Where(text => !CoachWords.Reason.IsIn(text)).Select(text => new CoachHit(Match: text.Text.Trim()))),

        Advice("prerequisites-many", CoachPart.Requirements, 1, "prerequisites",
            "Gardez l'indispensable, et dites ce qui s'apprend sur place : au-delà de quatre conditions, on renonce avant d'avoir lu.",
            "Keep what can't be done without, and say what is learnt on the spot: beyond four conditions, people give up before they have read.",
            mission => When(mission.Prerequisites.Count > MostPrerequisites || mission.Content.Skills.Count > MostSkills)),

        Advice("minors-at-night", CoachPart.Requirements, 1, "openToMinors",
            "La mission est ouverte aux mineurs et touche la nuit (22 h à 6 h) : fermez-la aux mineurs, ou donnez-leur d'autres heures.",
            "The mission is open to minors and touches the night (22:00 to 6:00): close it to minors, or give them other hours.",
            mission => When(mission.Content.OpenToMinors && HoursOf(mission.Content).Any(hour => hour % 24 is >= NightBegins or < NightEnds))),

        Advice("minors-accompanied", CoachPart.Requirements, 1, "openToMinors",
            "La mission est ouverte aux mineurs : dites à partir de quel âge, avec qui ils sont, et qu'il faut l'autorisation d'un parent.",
            "The mission is open to minors: say from what age, whom they are with, and that a parent's permission is needed.",
            mission => When(mission.Content.OpenToMinors && !mission.SaysNothing && !mission.Mentions(CoachWords.Minors))),

        Advice("children-safe", CoachPart.Requirements, 1, "prerequisites",
            "On est avec des enfants : dites ce qui les protège, « jamais seul avec un enfant », « un extrait de casier judiciaire, parce que… ».",
            "One is with children: say what protects them, “jamais seul avec un enfant”, “un extrait de casier judiciaire, parce que…”.",
            mission => When(!mission.SaysNothing && mission.Content.Audiences.Any(Children.Contains) && !mission.Mentions(CoachWords.Safeguard))),
    ];

    private static IEnumerable<int> HoursOf(MissionContent content) => content.Hours.Select(text => Week.TryParse(text, out var hour) ? hour : NightEnds)
        .Concat(content.Shifts.SelectMany(shift => ParisTime.HoursOfWeek(shift.StartsAt, shift.EndsAt)));
}
