using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Matching.Domain.Scoring;

/// <summary>Hours of the week, 0 to 167, of what is written in events.</summary>
public static class MissionHours
{
    /// <summary>Skips what is no hour: an event of a newer version must not stop the ranking.</summary>
    public static IReadOnlySet<int> Parse(IEnumerable<string> hours) =>
        hours.Select(text => WeekHours.TryParse(text, out var hour) ? hour : -1).Where(hour => hour >= 0).ToHashSet();

    /// <summary>The hours that a shift touches, in France.</summary>
    public static IReadOnlySet<int> Of(ShiftFacts shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        var hours = new HashSet<int>();
        var first = new DateTimeOffset(shift.StartsAt.UtcDateTime.Date.AddHours(shift.StartsAt.UtcDateTime.Hour), TimeSpan.Zero);
        for (var hour = first; hour < shift.EndsAt && hours.Count < WeekHours.HoursInAWeek; hour = hour.AddHours(1))
        {
            if (!hours.Add(ParisTime.HourOfWeek(hour))) { break; }
        }

        return hours;
    }
}
