using System.Globalization;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Tests.Domain;

public sealed class AnswerPromiseTests
{
    private static readonly AnswerPromise Promise = new(WorkingDays: 3);

    [Theory]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-26T17:00:00Z")] // Monday → Thursday 18:00, winter time
    [InlineData("2026-11-26T09:00:00Z", "2026-12-01T17:00:00Z")] // Thursday → Tuesday, over a weekend
    [InlineData("2026-11-27T22:30:00Z", "2026-12-02T17:00:00Z")] // Friday 23:30 in Paris → Wednesday
    [InlineData("2026-11-27T23:30:00Z", "2026-12-02T17:00:00Z")] // Saturday 00:30 in Paris → Wednesday
    [InlineData("2026-11-28T09:00:00Z", "2026-12-02T17:00:00Z")] // Saturday → Wednesday
    [InlineData("2026-06-15T09:00:00Z", "2026-06-18T16:00:00Z")] // summer time: 18:00 is 16:00 UTC
    [InlineData("2026-03-27T09:00:00Z", "2026-04-01T16:00:00Z")] // over the change to summer time
    [InlineData("2026-12-23T09:00:00Z", "2026-12-29T17:00:00Z")] // Christmas and a weekend
    [InlineData("2026-12-31T09:00:00Z", "2027-01-06T17:00:00Z")] // New Year and a weekend
    [InlineData("2026-04-03T09:00:00Z", "2026-04-09T16:00:00Z")] // Good Friday, worked; Easter Monday, not
    [InlineData("2026-05-12T09:00:00Z", "2026-05-18T16:00:00Z")] // Ascension on the 14th
    [InlineData("2026-05-22T09:00:00Z", "2026-05-28T16:00:00Z")] // Whit Monday on the 25th
    [InlineData("2026-04-30T09:00:00Z", "2026-05-06T16:00:00Z")] // 1 May
    [InlineData("2026-05-06T09:00:00Z", "2026-05-12T16:00:00Z")] // 8 May
    [InlineData("2026-07-13T09:00:00Z", "2026-07-17T16:00:00Z")] // 14 July
    [InlineData("2026-11-10T09:00:00Z", "2026-11-16T17:00:00Z")] // 11 November
    public void An_answer_is_due_at_18_o_clock_of_the_third_working_day(string submitted, string due) =>
        Assert.Equal(At(due), Promise.AnswerBy(At(submitted)));

    [Fact]
    public void How_many_working_days_is_configuration() =>
        Assert.Equal(At("2026-11-24T17:00:00Z"), new AnswerPromise(1).AnswerBy(At("2026-11-23T09:00:00Z")));

    [Theory]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    public void Easter_falls_where_the_calendar_says(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), FrenchHolidays.EasterSunday(year));

    [Fact]
    public void A_year_has_eleven_holidays_and_2026_has_these()
    {
        var holidays = Enumerable.Range(0, 365).Select(offset => new DateOnly(2026, 1, 1).AddDays(offset)).Where(FrenchHolidays.IsHoliday);
        Assert.Equal(
            ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"],
            holidays.Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
