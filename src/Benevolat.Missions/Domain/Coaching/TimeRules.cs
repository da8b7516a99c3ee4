using System.Globalization;
using System.Text.RegularExpressions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain.Splitting;
using static Benevolat.Missions.Domain.Coaching.CoachHit;
using static Benevolat.Missions.Domain.Coaching.CoachRule;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>How much time it takes, and when: what people fear not to have.</summary>
internal static partial class TimeRules
{
    /// <summary>What is called one-off ends within a season.</summary>
    private const int LongestOneOffDays = 92;

    private const int DaysOfARhythm = 14;
    private const int DaysOfAMonth = 31;
    private const int DaysAhead = 366;

    public static IReadOnlyList<CoachRule> All { get; } =
    [
        Blocking("time-missing", CoachPart.Time, Whole, "hoursPerWeek",
            "Dites combien de temps cela prend : des créneaux datés, ou un rythme comme « le mardi de 17 h à 19 h », ou un nombre d'heures par semaine.",
            "Say how much time it takes: dated shifts, or a rhythm such as “le mardi de 17 h à 19 h”, or a number of hours a week.",
            mission => When(IsUnsaid(mission))),

        Advice("time-amount", CoachPart.Time, 4, "hoursPerWeek",
            "Reportez le temps demandé dans les champs (heures par semaine, jours, créneaux) : c'est là que les recherches regardent.",
            "Put the time it takes into the fields (hours a week, days, shifts) too: that is where searches look.",
            mission => When(!IsUnsaid(mission) && !IsInFields(mission.Content))),

        Advice("time-one-off-date", CoachPart.Time, 1, "startsOn",
            "Une mission ponctuelle a un jour : donnez sa date, ou des créneaux avec leurs heures et leurs places.",
            "A one-off mission has a day: give its date, or shifts with their hours and places.",
            mission => When(!IsUnsaid(mission) && mission.Content is { Kind: MissionKind.OneOff, Shifts.Count: 0, StartsOn: null })),

        Advice("time-one-off-weekly", CoachPart.Time, 1, "kind",
            "Des heures chaque semaine, c'est une mission régulière : changez le genre, ou remplacez le rythme par des créneaux datés.",
            "Hours every week make a regular mission: change the kind, or replace the rhythm by dated shifts.",
            mission => When(mission.Content is { Kind: MissionKind.OneOff, Shifts.Count: 0, Hours.Count: > 0 } content && Days(content) is null or > DaysOfAMonth)),

        Advice("time-regular-once", CoachPart.Time, 1, "kind",
            "Une mission qui tient en un créneau ou en moins de deux semaines est ponctuelle : changez le genre, ou donnez le rythme de la suite.",
            "A mission of one shift or of less than two weeks is a one-off: change the kind, or give the rhythm of what follows.",
            mission => When(mission.Content.Kind == MissionKind.Regular && (IsOneShift(mission.Content) || Days(mission.Content) < DaysOfARhythm))),

        Advice("time-one-off-long", CoachPart.Time, 1, "endsOn",
            "Une mission ponctuelle dure quelques jours : donnez la date de l'action, ou choisissez « régulière » si l'on revient pendant des mois.",
            "A one-off mission lasts a few days: give the day of the action, or choose “regular” if people come back for months.",
            mission => When(IsOnce(mission.Content) && Days(mission.Content) > (mission.Content.Shifts.Count == 0 ? LongestOneOffDays : DaysAhead))),

        Advice("time-shifts-overlap", CoachPart.Time, 1, "shifts",
            "Le créneau du {match} commence avant la fin d'un autre : une personne ne peut pas tenir les deux. Réunissez leurs places, ou décalez-le.",
            "The shift of {match} begins before another one ends: one person can't do both. Add their places up, or move it.",
            mission => Overlaps(mission.Content.Shifts)),

        Advice("time-heavy", CoachPart.Time, 2, "hoursPerWeek",
            "{match}, c'est beaucoup pour une personne : partagez la mission en deux à quatre missions plus légères, l'outil de partage vous en propose.",
            "{match} are much for one person: share the mission out into two to four lighter ones, the split proposes some.",
            mission => Heaviness.Of(mission.Content).Times.Select(time => new CoachHit(time.Field, time.Measure))),

        Advice("time-hours-differ", CoachPart.Time, 1, "hoursPerWeek",
            "Vous demandez plus d'heures par semaine que le rythme n'en montre : cochez les heures qui manquent, ou baissez le nombre.",
            "You ask for more hours a week than the rhythm shows: tick the hours that are missing, or lower the number.",
            mission => When(mission.Content.Hours.Count > 0 && mission.Content.HoursPerWeek >= mission.Content.Hours.Distinct().Count() + 1)),

        Advice("time-past", CoachPart.Time, 1, "shifts",
            "La date du {match} est passée : retirez-la ou mettez-la à jour.",
            "The date of {match} is past: remove it or bring it up to date.",
            mission => Past(mission)),

        Advice("time-far", CoachPart.Time, 1, "startsOn",
            "Le {match}, c'est dans plus d'un an : vérifiez l'année, ou publiez la mission plus tard.",
            "{match} is more than a year away: check the year, or publish the mission later.",
            mission => Starts(mission.Content) is { Field: var field, Day: var day } && day > mission.Today.AddDays(DaysAhead) ? [new CoachHit(field, Date(day))] : []),
    ];

    private static bool IsInFields(MissionContent content) =>
        content.Hours.Count > 0 || content.HoursPerWeek is not null || content.Shifts.Count > 0 || !string.IsNullOrWhiteSpace(content.ScheduleNote);

    /// <summary>Neither the fields nor description and tasks say it, not even by a day to begin and one to end.</summary>
    private static bool IsUnsaid(CoachedMission mission) =>
        !IsInFields(mission.Content) && Days(mission.Content) is null
        && !mission.Tasks.Append(mission.Description).Any(text => CoachWords.Time.IsIn(text) || Clock().IsMatch(text.Text));

    private static bool IsOnce(MissionContent content) => content.Kind is MissionKind.OneOff or MissionKind.Challenge;

    /// <summary>From the first day to the last; shifts bound the period when no dates are given.</summary>
    private static int? Days(MissionContent content)
    {
        var start = content.StartsOn ?? (content.Shifts.Count > 0 ? ParisTime.DateOf(content.Shifts.Min(shift => shift.StartsAt)) : null);
        var end = content.EndsOn ?? (content.Shifts.Count > 0 ? ParisTime.DateOf(content.Shifts.Max(shift => shift.EndsAt)) : null);
        return end?.DayNumber - start?.DayNumber;
    }

    private static bool IsOneShift(MissionContent content) => content is { Shifts.Count: 1, Hours.Count: 0, HoursPerWeek: null };

    private static IEnumerable<CoachHit> Overlaps(IReadOnlyList<ShiftContent> shifts)
    {
        var end = DateTimeOffset.MinValue;
        foreach (var shift in shifts.OrderBy(shift => shift.StartsAt).ThenBy(shift => shift.EndsAt))
        {
            if (shift.StartsAt < end) { yield return new CoachHit(Match: ParisTime.Local(shift.StartsAt).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)); }
            if (shift.EndsAt > end) { end = shift.EndsAt; }
        }
    }

    private static IEnumerable<CoachHit> Past(CoachedMission mission)
    {
        var days = mission.Content.Shifts.Select(shift => (Field: "shifts", Day: ParisTime.DateOf(shift.EndsAt)));
        if (mission.Content.EndsOn is { } end) { days = days.Append(("endsOn", end)); }
        return days.Where(date => date.Day < mission.Today).Take(1).Select(date => new CoachHit(date.Field, Date(date.Day)));
    }

    private static (string Field, DateOnly Day)? Starts(MissionContent content) =>
        content.Shifts.Count > 0 ? ("shifts", ParisTime.DateOf(content.Shifts.Min(shift => shift.StartsAt)))
        : content.StartsOn is { } start ? ("startsOn", start)
        : null;

    private static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b\d{1,2}\s?h(\s?\d{2})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
