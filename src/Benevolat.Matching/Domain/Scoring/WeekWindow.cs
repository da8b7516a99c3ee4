namespace Benevolat.Matching.Domain.Scoring;

/// <summary>A part of a day as people speak of it.</summary>
public enum DayPart { Night, Morning, Afternoon, Evening }

/// <summary>A part of a day of the week. <paramref name="Day"/> 0 is Monday.</summary>
public readonly record struct WeekWindow(int Day, DayPart Part)
{
    /// <summary>The windows that hold most of the hours, at most <paramref name="count"/>, in the order of the week.</summary>
    public static IReadOnlyList<WeekWindow> Largest(IEnumerable<int> hoursOfWeek, int count) => [.. hoursOfWeek
        .GroupBy(hour => new WeekWindow(hour / 24, (DayPart)(hour % 24 / 6)))
        .OrderByDescending(window => window.Count()).ThenBy(window => window.Min())
        .Take(count)
        .OrderBy(window => window.Min())
        .Select(window => window.Key)];
}
