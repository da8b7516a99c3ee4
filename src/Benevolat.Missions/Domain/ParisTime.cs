namespace Benevolat.Missions.Domain;

/// <summary>Dates and hours of missions mean Europe/Paris.</summary>
public static class ParisTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The hours of the week (0 to 167) that a slot touches.</summary>
    public static IEnumerable<int> HoursOfWeek(DateTimeOffset from, DateTimeOffset to)
    {
        for (var at = from; at < to; at = at.AddHours(1)) { yield return HourOfWeek(Local(at)); }
        yield return HourOfWeek(Local(to.AddTicks(-1)));
    }

    private static int HourOfWeek(DateTime local) => ((((int)local.DayOfWeek + 6) % 7) * 24) + local.Hour;

    /// <summary>What a clock in Paris shows.</summary>
    public static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
}
