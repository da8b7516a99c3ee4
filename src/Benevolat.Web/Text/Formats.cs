using System.Globalization;
using Benevolat.Web.Api;

namespace Benevolat.Web.Text;

/// <summary>Dates, distances and numbers as people read them; instants are shown in the time of Paris.</summary>
public sealed class Formats(Texts t, TimeProvider clock)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>« mercredi 2 décembre 2026 »; the year only when it isn't this one.</summary>
    public string Day(DateOnly day) => day.ToString(day.Year == Today().Year ? "dddd d MMMM" : "dddd d MMMM yyyy", CultureInfo.CurrentCulture).FirstOfMonth(day);

    /// <summary>« 2 décembre 2026 »: for places where the day of the week says nothing.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture).FirstOfMonth(day);

    public string Day(DateTimeOffset instant) => Day(DateOnly.FromDateTime(InParis(instant).DateTime));

    /// <summary>« mercredi 2 décembre à 18 h », “Wednesday 2 December at 18:00”.</summary>
    public string Moment(DateTimeOffset instant) => t["{0} à {1}", Day(instant), Hour(instant)];

    public static string Hour(DateTimeOffset instant)
    {
        var local = InParis(instant);
        if (Texts.InEnglish) { return local.ToString("HH:mm", CultureInfo.InvariantCulture); }
        return local.Minute == 0 ? $"{local.Hour}\u00a0h" : string.Create(CultureInfo.InvariantCulture, $"{local.Hour}\u00a0h\u00a0{local.Minute:00}");
    }

    /// <summary>« mercredi 2 décembre, de 14 h à 17 h ».</summary>
    public string Span(DateTimeOffset from, DateTimeOffset to) =>
        InParis(from).Date == InParis(to).Date
            ? t["{0}, de {1} à {2}", Day(from), Hour(from), Hour(to)]
            : t["du {0} au {1}", Moment(from), Moment(to)];

    /// <summary>« à 800 m », « à 3,2 km », « à 27 km »: as exact as is useful. Below half a kilometre a commune's centre says no more than « tout près ».</summary>
    public string Distance(double kilometres) => kilometres switch
    {
        < 0.45 => t["tout près"],
        < 0.95 => t["à {0} m", (int)Math.Round(kilometres * 10) * 100],
        < 10 => t["à {0} km", kilometres.ToString("0.#", CultureInfo.CurrentCulture)],
        _ => t["à {0} km", Math.Round(kilometres).ToString("0", CultureInfo.CurrentCulture)],
    };

    public string PlacesLeft(int places) => places == 0 ? t["Complet"] : t.Count(places, "{0} place", "{0} places");

    /// <summary>« aujourd'hui », « demain », or the day.</summary>
    public string Deadline(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(InParis(instant).DateTime);
        return (day.DayNumber - Today().DayNumber) switch
        {
            0 => t["aujourd'hui à {0}", Hour(instant)],
            1 => t["demain à {0}", Hour(instant)],
            _ => Moment(instant),
        };
    }

    /// <summary>When a mission begins, or next takes place if it is one day: « demain », « dès maintenant ».</summary>
    public string Next(DateOnly day, string? kind) => (day.DayNumber - Today().DayNumber, kind) switch
    {
        (0, _) => t["aujourd'hui"],
        (1, _) => t["demain"],
        ( < 0, _) => t["dès maintenant"],
        (_, "one-off" or "challenge") => Day(day),
        _ => t["dès le {0}", Day(day)],
    };

    /// <summary>« 5 heures », « 3 jours »: about how long, since nobody counts on the minute.</summary>
    public string Duration(double hours) => hours switch
    {
        < 1 => t["moins d'une heure"],
        < 36 => t.Count((int)Math.Round(hours), "{0} heure", "{0} heures"),
        _ => t.Count((int)Math.Round(hours / 24), "{0} jour", "{0} jours"),
    };

    /// <summary>« 2 h 30 », « 45 min »: on the minute, for hours that were given.</summary>
    public static string Length(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest}\u00a0min",
        (var hours, 0) => $"{hours}\u00a0h",
        (var hours, var rest) => string.Create(CultureInfo.InvariantCulture, $"{hours}\u00a0h\u00a0{rest:00}"),
    };

    /// <summary>« de 14 h à 17 h », on a day that is said already.</summary>
    public string HoursOf(DateTimeOffset from, DateTimeOffset to) => t["de {0} à {1}", Hour(from), Hour(to)];

    /// <summary>Whether a mission ends within a week: then its association had better know.</summary>
    public bool IsNear(DateOnly day) => day.DayNumber - Today().DayNumber <= 7;

    public DateOnly Today() => DateOnly.FromDateTime(InParis(clock.GetUtcNow()).DateTime);

    public bool IsPast(DateTimeOffset instant) => instant < clock.GetUtcNow();

    /// <summary>Where somewhere is: « Lyon (69) ».</summary>
    internal static string Place(PlaceItem place) => place.Department is { Length: > 0 } department ? $"{place.Name} ({department})" : place.Name;

    public static DateTimeOffset InParis(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    /// <summary>What a form's day and hour mean: the clock on the wall in Paris.</summary>
    public static DateTimeOffset FromParis(DateOnly day, TimeOnly hour)
    {
        var wall = day.ToDateTime(hour);
        return new DateTimeOffset(wall, Paris.GetUtcOffset(wall));
    }
}

file static class FrenchDates
{
    /// <summary>The first of a month is « 1er ».</summary>
    public static string FirstOfMonth(this string text, DateOnly day) => day.Day != 1 || Texts.InEnglish ? text
        : text.StartsWith("1 ", StringComparison.Ordinal) ? $"1er{text[1..]}" : text.Replace(" 1 ", " 1er ", StringComparison.Ordinal);
}
