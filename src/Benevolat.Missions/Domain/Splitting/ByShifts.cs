using System.Globalization;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain.Splitting;

/// <summary>Shifts by the part of the day, else weekdays and week-ends apart, else by the day of the week, else one period after the other.</summary>
internal static class ByShifts
{
    private const int Noon = 12;
    private const int Evening = 18;

    /// <summary>A part with more than this of all hours would hardly be lighter.</summary>
    private const decimal LargestShare = 0.75m;

    private static readonly Rule Why = new("split.by-shifts",
        "{part} créneaux sur {all} : {hours} au lieu de {allHours}.", "{part} of {all} shifts: {hours} instead of {allHours}.");

    public static IEnumerable<SplitPart> Share(MissionContent content)
    {
        var shifts = content.Shifts.OrderBy(shift => shift.StartsAt).ThenBy(shift => shift.EndsAt).ToList();
        var groups = By(shifts, PartOfDay) ?? By(shifts, WeekOrWeekend) ?? By(shifts, Day) ?? Periods(shifts);
        var places = Places(content, groups);
        var weekly = MissionSplit.Divide(content.HoursPerWeek, [.. groups.Select(group => group.Shifts.Sum(Length))]);
        // The dates follow from the shifts, unless there is a rhythm beside them that needs its own.
        var dated = content.Hours.Count > 0 ? content : content with { StartsOn = null, EndsOn = null };
        return groups.Select((group, number) => new SplitPart(
            dated with { Shifts = group.Shifts, Places = places[number], HoursPerWeek = weekly[number] },
            group.Label, Why, Facts(group.Shifts, shifts), new SplitShare(places[number], group.Shifts, content.Hours, weekly[number], content.Tasks, content.Skills)));
    }

    /// <summary>Two to four groups of which none has nearly everything, in the order in which they first come up; null otherwise.</summary>
    private static List<Group>? By(List<ShiftContent> shifts, Func<ShiftContent, Rule> label)
    {
        var groups = shifts.GroupBy(label).Select(group => new Group(group.Key, [.. group])).ToList();
        var most = LargestShare * shifts.Sum(Length);
        return groups.Count is >= MissionSplit.FewestParts and <= MissionSplit.MostParts && groups.TrueForAll(group => group.Shifts.Sum(Length) <= most) ? groups : null;
    }

    private static List<Group> Periods(List<ShiftContent> shifts)
    {
        var pieces = Math.Min(shifts.Count, MissionSplit.Pieces(shifts.Sum(Length), Heaviness.MostHoursOfShifts));
        return MissionSplit.Cut(shifts, pieces, Length).ConvertAll(piece => new Group(Period(piece), piece));
    }

    /// <summary>
    /// As many as the part's shifts hold, and no more than were wanted; those that were wanted beyond what shifts hold come to the first part.
    /// </summary>
    private static List<int> Places(MissionContent content, List<Group> groups)
    {
        var places = groups.ConvertAll(group => (int)Math.Min(content.Places, group.Shifts.Sum(shift => (long)shift.Places)));
        places[0] += Math.Max(0, content.Places - places.Sum());
        return places;
    }

    private static decimal Length(ShiftContent shift) => (decimal)(shift.EndsAt - shift.StartsAt).TotalMinutes / 60;

    private static Dictionary<string, object> Facts(IReadOnlyList<ShiftContent> part, List<ShiftContent> all) => new()
    {
        ["part"] = part.Count,
        ["all"] = all.Count,
        ["hours"] = Labels.Hours(part.Sum(Length)),
        ["allHours"] = Labels.Hours(all.Sum(Length)),
    };

    private static Rule PartOfDay(ShiftContent shift) => ParisTime.Local(shift.StartsAt).Hour switch
    {
        < Noon => Labels.Morning,
        < Evening => Labels.Afternoon,
        _ => Labels.Evening,
    };

    private static Rule WeekOrWeekend(ShiftContent shift) =>
        ParisTime.Local(shift.StartsAt).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Labels.Weekend : Labels.Weekdays;

    private static Rule Day(ShiftContent shift) => Labels.Every(((int)ParisTime.Local(shift.StartsAt).DayOfWeek + 6) % 7);

    private static Rule Period(List<ShiftContent> shifts)
    {
        var (first, last) = (Date(shifts[0]), Date(shifts[^1]));
        return first == last
            ? new Rule("split.day", $"le {first}, {Clock(shifts)}", $"on {first}, {Clock(shifts)}")
            : new Rule("split.period", $"du {first} au {last}", $"from {first} to {last}");
    }

    private static string Date(ShiftContent shift) => ParisTime.Local(shift.StartsAt).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Clock(List<ShiftContent> shifts) => ParisTime.Local(shifts[0].StartsAt).ToString("HH:mm", CultureInfo.InvariantCulture);

    private sealed record Group(Rule Label, IReadOnlyList<ShiftContent> Shifts);
}
