namespace Benevolat.Matching.Domain;

/// <summary>The eleven public holidays of France (Code du travail, L3133-1). Those of Alsace-Moselle and overseas alone are working days here.</summary>
public static class FrenchHolidays
{
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    public static bool IsHoliday(DateOnly day)
    {
        if ((day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)) { return true; }
        return (day.DayNumber - EasterSunday(day.Year).DayNumber) is EasterMonday or Ascension or WhitMonday;
    }

    private const int EasterMonday = 1;
    private const int Ascension = 39;
    private const int WhitMonday = 50;

    /// <summary>The Gregorian computus in the form of Meeus, Jones and Butcher.</summary>
    public static DateOnly EasterSunday(int year)
    {
        int golden = year % 19, century = year / 100, inCentury = year % 100;
        var lunarCorrection = ((8 * century) + 13) / 25;
        var epact = ((19 * golden) + century - (century / 4) - lunarCorrection + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var days = epact + toSunday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
