using System.Globalization;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain.Participations;

namespace Benevolat.Matching.Tests.Domain;

public sealed class ReminderTimesTests
{
    private static readonly DateTimeOffset Accepted = At("2026-11-25T09:00:00Z");

    [Theory]
    [InlineData("2026-12-02", "2026-12-01T17:00:00Z")]
    [InlineData("2026-07-02", "2026-07-01T16:00:00Z")]
    [InlineData("2026-03-29", "2026-03-28T17:00:00Z")] // the clocks change in the night between
    [InlineData("2026-03-30", "2026-03-29T16:00:00Z")]
    public void The_evening_before_is_18_o_clock_in_Paris(string on, string remind) =>
        Assert.Equal(At(remind), ReminderTimes.DayBefore(DateOnly.Parse(on, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_morning_after_the_first_day_is_10_o_clock_in_Paris() =>
        Assert.Equal(At("2026-12-03T09:00:00Z"), ReminderTimes.Feedback(Facts.Mission(), Accepted, new DateOnly(2026, 12, 2)));

    [Fact]
    public void A_mission_with_shifts_asks_nobody_who_signed_up_for_none() =>
        Assert.Null(ReminderTimes.Feedback(Facts.Mission() with { Shifts = [new ShiftFacts(Guid.NewGuid(), Accepted, Accepted, 1)] }, Accepted, null));

    [Theory]
    [InlineData(null, null, "2026-12-02T09:00:00Z")]                 // a week after the acceptance
    [InlineData("2026-09-01", null, "2026-12-02T09:00:00Z")]         // it has begun long ago
    [InlineData("2027-01-11", null, "2027-01-18T09:00:00Z")]         // a week after it begins
    [InlineData("2026-12-05", "2026-12-05", "2026-12-06T09:00:00Z")] // one day: the day after
    [InlineData("2026-09-01", "2026-11-27", "2026-11-28T09:00:00Z")] // it ends before the week is over
    [InlineData("2026-09-01", "2026-11-20", "2026-12-02T09:00:00Z")] // an end that is past says nothing
    public void Without_days_it_is_a_week_or_the_end(string? starts, string? ends, string due) =>
        Assert.Equal(At(due), ReminderTimes.Feedback(Facts.Mission() with { StartsOn = Day(starts), EndsOn = Day(ends) }, Accepted, null));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
