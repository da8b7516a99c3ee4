using System.Globalization;

namespace Benevolat.Notifications.Domain.Wording;

/// <summary>French or English: how people read dates, hours and reasons. Hours are those of Paris, where missions live.</summary>
public abstract class Language
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static readonly Language French = new French();
    public static readonly Language English = new English();

    public static IReadOnlyList<Language> All { get; } = [French, English];

    /// <summary>Two letters.</summary>
    public abstract string Code { get; }

    public static Language Of(string? code) => code is "en" ? English : French;

    public abstract string Date(DateOnly date);

    public abstract string Hour(TimeOnly hour);

    public abstract string At(DateTimeOffset instant);

    /// <summary>“Wednesday 14 October 2026, from 14:00 to 16:00”.</summary>
    public abstract string Slot(DateTimeOffset from, DateTimeOffset to);

    /// <summary>“on Wednesdays from 14:00 to 17:00”.</summary>
    public abstract string EachWeek(DayOfWeek day, TimeOnly from, TimeOnly to);

    public abstract string HoursPerWeek(decimal hours);

    public abstract string Period(DateOnly? from, DateOnly? to);

    public abstract string MoreSlots(int count);

    /// <summary>“and 3 more missions”, after a list.</summary>
    public abstract string MoreMissions(int count);

    public abstract string ToBeAgreed { get; }

    public abstract string FromHome { get; }

    public abstract string AlsoFromHome { get; }

    /// <summary>Why an organisation declined or a volunteer withdrew, as half a sentence; null for reasons that say nothing.</summary>
    public abstract string? Reason(string? name);

    /// <summary>What somebody is in an organisation, after “as”; null for what is no role.</summary>
    public abstract string? Role(string? name);

    protected static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris).DateTime;

    protected static (DateOnly Date, TimeOnly Hour) Split(DateTimeOffset instant)
    {
        var local = Local(instant);
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    protected static string Number(decimal number, CultureInfo culture) => number.ToString("0.##", culture);
}
