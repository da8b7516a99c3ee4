namespace Benevolat.Matching.Domain;

/// <summary>The promise to the volunteer: a human answer by the end of the n-th working day after the day of the application.</summary>
/// <param name="WorkingDays">Three unless configured otherwise.</param>
public sealed record AnswerPromise(int WorkingDays)
{
    /// <summary>A working day ends at 18:00, Europe/Paris.</summary>
    private static readonly TimeOnly EndOfDay = new(18, 0);

    public DateTimeOffset AnswerBy(DateTimeOffset submittedAt)
    {
        var day = ParisTime.DayOf(submittedAt);
        for (var left = WorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (FrenchHolidays.IsWorkingDay(day)) { left--; }
        }

        return ParisTime.At(day, EndOfDay);
    }
}
