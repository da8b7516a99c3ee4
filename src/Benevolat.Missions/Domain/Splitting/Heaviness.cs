using System.Globalization;

namespace Benevolat.Missions.Domain.Splitting;

/// <summary>How a heavy mission may be shared out.</summary>
public enum SplitWay { Shifts, Hours, Tasks }

/// <summary>
/// Whether a mission asks one person for too much: more than six hours a week, or several shifts that together last more than twelve
/// hours, or more than five tasks.
/// </summary>
/// <param name="Ways">How it may be shared out, the best first; none when it isn't heavy.</param>
/// <param name="Times">Which times are too long: the field as the API calls it, and how many hours.</param>
public sealed record Heaviness(IReadOnlyList<SplitWay> Ways, IReadOnlyList<(string Field, string Measure)> Times)
{
    public const decimal MostHoursPerWeek = 6;
    public const decimal MostHoursOfShifts = 12;
    public const int MostTasks = 5;

    public static Heaviness Of(MissionContent content)
    {
        var (ways, times) = (new List<SplitWay>(), new List<(string, string)>());
        if (content.Shifts.Count > 1 && HoursOfShifts(content) is > MostHoursOfShifts and var shifts)
        {
            ways.Add(SplitWay.Shifts);
            times.Add(("shifts", Measure(shifts)));
        }

        if (HoursPerWeek(content) is > MostHoursPerWeek and var week)
        {
            ways.Add(SplitWay.Hours);
            times.Add(("hoursPerWeek", Measure(week)));
        }

        if (content.Tasks.Count > MostTasks) { ways.Add(SplitWay.Tasks); }
        return new Heaviness(ways, times);
    }

    /// <summary>What is asked a week: the number that was written, else the hours of the rhythm.</summary>
    public static decimal HoursPerWeek(MissionContent content) => content.HoursPerWeek ?? content.Hours.Distinct().Count();

    public static decimal HoursOfShifts(MissionContent content) => content.Shifts.Sum(shift => (decimal)(shift.EndsAt - shift.StartsAt).TotalMinutes) / 60;

    private static string Measure(decimal hours) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(hours, 1):0.#} h");
}
