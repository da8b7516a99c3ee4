using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Matching.Domain.Scoring;

/// <summary>When a mission needs somebody, as sets of hours of the week: one per dated shift to come, or one for its rhythm.</summary>
public static class MissionHours
{
    /// <summary>Null when no shift is left; empty when the mission asks for no particular hours.</summary>
    public static IReadOnlyList<IReadOnlySet<int>>? Of(MissionFacts mission, DateTimeOffset now)
    {
        if (mission.Shifts.Count > 0)
        {
            var toCome = mission.Shifts.Where(shift => shift.StartsAt > now).Select(Hours).ToList();
            return toCome.Count == 0 ? null : toCome;
        }

        var rhythm = Parse(mission.Hours);
        return rhythm.Count == 0 ? [] : [rhythm];
    }

    /// <summary>Skips what is no hour: an event of a newer version must not stop the ranking.</summary>
    public static IReadOnlySet<int> Parse(IEnumerable<string> hours) =>
        hours.Select(text => WeekHours.TryParse(text, out var hour) ? hour : -1).Where(hour => hour >= 0).ToHashSet();

    private static HashSet<int> Hours(ShiftFacts shift)
    {
        var hours = new HashSet<int>();
        var first = new DateTimeOffset(shift.StartsAt.UtcDateTime.Date.AddHours(shift.StartsAt.UtcDateTime.Hour), TimeSpan.Zero);
        for (var hour = first; hour < shift.EndsAt && hours.Count < WeekHours.HoursInAWeek; hour = hour.AddHours(1))
        {
            if (!hours.Add(ParisTime.HourOfWeek(hour))) { break; }
        }

        return hours;
    }
}
