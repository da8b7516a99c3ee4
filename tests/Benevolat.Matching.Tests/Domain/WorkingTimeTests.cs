using System.Globalization;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Tests.Domain;

public sealed class WorkingTimeTests
{
    private static readonly WorkingTime Time = WorkingTime.Usual;

    [Theory]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-23T17:00:00Z", 9)]   // Monday 9:00 to 18:00
    [InlineData("2026-11-23T05:00:00Z", "2026-11-23T22:00:00Z", 9)]   // before and after it
    [InlineData("2026-11-23T16:00:00Z", "2026-11-24T09:00:00Z", 2)]   // 17:00 to 10:00 of the next day
    [InlineData("2026-11-27T16:00:00Z", "2026-11-30T09:00:00Z", 2)]   // over a weekend
    [InlineData("2026-11-28T08:00:00Z", "2026-11-29T17:00:00Z", 0)]   // a weekend
    [InlineData("2026-11-10T16:00:00Z", "2026-11-12T09:00:00Z", 2)]   // over 11 November
    [InlineData("2026-10-23T15:00:00Z", "2026-10-26T09:00:00Z", 2)]   // over the change to winter time: 17:00 summer, 10:00 winter
    [InlineData("2026-11-24T09:00:00Z", "2026-11-23T09:00:00Z", 0)]   // backwards
    public void Only_the_hours_of_working_days_count(string from, string until, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Time.Between(At(from), At(until)));

    [Theory]
    [InlineData("2026-11-23T08:00:00Z", 9, "2026-11-23T17:00:00Z")]
    [InlineData("2026-11-23T08:00:00Z", 10, "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-27T16:00:00Z", 2, "2026-11-30T09:00:00Z")]
    [InlineData("2026-11-28T03:00:00Z", 1, "2026-11-30T09:00:00Z")]
    [InlineData("2026-11-23T20:00:00Z", 0.5, "2026-11-24T08:30:00Z")]
    [InlineData("2026-12-24T16:00:00Z", 2, "2026-12-28T09:00:00Z")]   // Christmas is a Friday
    public void An_instant_is_so_much_working_time_later(string from, double hours, string until) =>
        Assert.Equal(At(until), Time.After(At(from), TimeSpan.FromHours(hours)));

    [Fact]
    public void What_was_added_is_what_lies_between()
    {
        var from = At("2026-12-18T13:37:00Z");
        for (var minutes = 1; minutes < 20_000; minutes += 97)
        {
            Assert.Equal(TimeSpan.FromMinutes(minutes), Time.Between(from, Time.After(from, TimeSpan.FromMinutes(minutes))));
        }
    }

    [Fact]
    public void Further_days_off_are_configuration()
    {
        var bridge = Time with { DaysOff = new HashSet<DateOnly> { new(2026, 11, 24) } };
        Assert.Equal(At("2026-11-25T09:00:00Z"), bridge.After(At("2026-11-23T16:00:00Z"), TimeSpan.FromHours(2)));
        Assert.Equal(At("2026-11-25T17:00:00Z"), bridge.EndOfDay(At("2026-11-23T09:00:00Z"), 1));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
