namespace Benevolat.Matching.Domain;

/// <summary>Days and hours as people in France live them; instants stay UTC.</summary>
public static class ParisTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>0 is Monday from midnight, 167 is Sunday from 23:00.</summary>
    public static int HourOfWeek(DateTimeOffset instant)
    {
        var local = Local(instant);
        return ((((int)local.DayOfWeek + 6) % 7) * 24) + local.Hour;
    }

    private static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
}
