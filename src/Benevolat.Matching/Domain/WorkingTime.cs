namespace Benevolat.Matching.Domain;

/// <summary>
/// Time as those live it who answer applications: the hours of working days, Europe/Paris. Reminders that are counted in it never fall on a
/// night, a weekend or a public holiday.
/// </summary>
/// <param name="Begins">When a working day begins.</param>
/// <param name="Ends">When it ends, later on the same day.</param>
/// <param name="DaysOff">Days that are off beside weekends and the public holidays of the whole country.</param>
public sealed record WorkingTime(TimeOnly Begins, TimeOnly Ends, IReadOnlySet<DateOnly> DaysOff)
{
    /// <summary>From 9:00 to 18:00.</summary>
    public static readonly WorkingTime Usual = new(new TimeOnly(9, 0), new TimeOnly(18, 0), new HashSet<DateOnly>());

    public bool IsWorkingDay(DateOnly day) => FrenchHolidays.IsWorkingDay(day) && !DaysOff.Contains(day);

    /// <summary>The end of the n-th working day after the day of an instant.</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset from, int workingDays)
    {
        var day = ParisTime.DayOf(from);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) { left--; }
        }

        return ParisTime.At(day, Ends);
    }

    /// <summary>How much working time lies between two instants; none when the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var sum = TimeSpan.Zero;
        for (var day = ParisTime.DayOf(from); day <= ParisTime.DayOf(until); day = day.AddDays(1))
        {
            if (!IsWorkingDay(day)) { continue; }
            var (begins, ends) = (Later(ParisTime.At(day, Begins), from), Earlier(ParisTime.At(day, Ends), until));
            if (ends > begins) { sum += ends - begins; }
        }

        return sum;
    }

    /// <summary>When so much working time has gone by.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan time)
    {
        for (var day = ParisTime.DayOf(from); ; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day)) { continue; }
            var (begins, ends) = (Later(ParisTime.At(day, Begins), from), ParisTime.At(day, Ends));
            if (ends <= begins) { continue; }
            if (ends - begins >= time) { return begins + time; }
            time -= ends - begins;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
