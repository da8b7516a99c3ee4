using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Matching.Domain.Shifts.Filling;

/// <summary>What a volunteer's week says of a shift.</summary>
public enum Availability { Free, Unsaid, NotFree }

/// <summary>A shift's hours against the hours of the week that somebody said they have.</summary>
public static class WeekHoursOf
{
    /// <summary>Who is free for a part of the shift only can't do it: that is not free.</summary>
    public static Availability Look(this IReadOnlySet<int> free, Slot shift) =>
        free.Count == 0 ? Availability.Unsaid : Hours(shift).All(free.Contains) ? Availability.Free : Availability.NotFree;

    /// <summary>Every hour of the week in Paris that the shift touches.</summary>
    private static IEnumerable<int> Hours(Slot shift)
    {
        // UTC hours begin when hours in Paris begin, in summer as in winter.
        var hour = new DateTimeOffset(shift.StartsAt.UtcDateTime.Date.AddHours(shift.StartsAt.UtcDateTime.Hour), TimeSpan.Zero);
        for (var seen = 0; hour < shift.EndsAt && seen < WeekHours.HoursInAWeek; hour = hour.AddHours(1), seen++) { yield return ParisTime.HourOfWeek(hour); }
    }
}
