using Benevolat.Contracts.Missions;

namespace Benevolat.Matching.Domain.Participations;

/// <summary>When people are reminded of what comes, and asked about what was. Hours are those of Paris.</summary>
public static class ReminderTimes
{
    /// <summary>A mission without dates is asked about after a week.</summary>
    private const int DaysWithoutDates = 7;
    private static readonly TimeOnly Evening = new(18, 0);
    private static readonly TimeOnly Morning = new(10, 0);

    public static DateTimeOffset DayBefore(DateOnly on) => ParisTime.At(on.AddDays(-1), Evening);

    /// <summary>When a volunteer is asked how it was; null while a mission with shifts doesn't expect them on any.</summary>
    /// <param name="since">When they were accepted.</param>
    /// <param name="firstDay">The first day on which they are or were there.</param>
    public static DateTimeOffset? Feedback(MissionFacts mission, DateTimeOffset since, DateOnly? firstDay)
    {
        if (firstDay is { } first) { return ParisTime.At(first.AddDays(1), Morning); }
        if (mission.Shifts.Count > 0) { return null; }

        var accepted = ParisTime.DayOf(since);
        var begins = mission.StartsOn is { } start && start > accepted ? start : accepted;
        var day = begins.AddDays(DaysWithoutDates);
        if (mission.EndsOn is { } end && end >= begins && end.AddDays(1) < day) { day = end.AddDays(1); }
        return ParisTime.At(day, Morning);
    }
}
