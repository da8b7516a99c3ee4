using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Tests.Domain;

public sealed class ShiftAllocationTests
{
    [Theory]
    [InlineData(0, 3, 3, 5, false)] // one ends when the other begins
    [InlineData(3, 5, 0, 3, false)]
    [InlineData(0, 3, 2.99, 5, true)]
    [InlineData(0, 3, 1, 2, true)]
    [InlineData(1, 2, 0, 3, true)]
    [InlineData(0, 3, 0, 3, true)]
    [InlineData(0, 3, -5, -1, false)]
    public void Slots_clash_when_they_share_time(double from, double to, double otherFrom, double otherTo, bool clash)
    {
        Assert.Equal(clash, Shifted.Slot(from, to).Clashes(Shifted.Slot(otherFrom, otherTo)));
        Assert.Equal(clash, Shifted.Slot(from, to).ClashesWithAny([Shifted.Slot(90, 91), Shifted.Slot(otherFrom, otherTo)]));
    }

    [Fact]
    public void The_last_place_is_the_last_and_a_group_takes_its_places_at_once_or_not_at_all()
    {
        var shift = Shifted.Shift(places: 3);
        shift.Take(2);
        Assert.Equal("shift.full", Assert.Throws<RuleBrokenException>(() => shift.Take(2)).Code);
        shift.Take(1);
        Assert.Equal((3, 0), (shift.Taken, shift.Left));
        shift.Release(2);
        Assert.Equal(2, shift.Left);
        Assert.Throws<InvalidOperationException>(() => shift.Release(2));
    }

    [Fact]
    public void Made_smaller_it_keeps_whom_it_expects()
    {
        var shift = Shifted.Shift(places: 3);
        shift.Take(3);
        Assert.True(shift.Describe(new ShiftFacts(shift.ShiftId, shift.StartsAt, shift.EndsAt, 1)));
        Assert.Equal((3, 0), (shift.Taken, shift.Left));
        shift.Release(2);
        Assert.Equal(0, shift.Left);
        shift.Release(1);
        Assert.Equal(1, shift.Left);
    }

    [Fact]
    public void Every_change_is_a_version_and_no_change_is_none()
    {
        var shift = Shifted.Shift(places: 3);
        var same = new ShiftFacts(shift.ShiftId, shift.StartsAt, shift.EndsAt, 3);
        Assert.False(shift.Describe(same));
        Assert.Equal(1, shift.Version);
        Assert.True(shift.Remove());
        Assert.False(shift.Remove());
        Assert.False(shift.IsToCome(Shifted.Now));
        Assert.True(shift.Describe(same));
        Assert.True(shift.IsToCome(Shifted.Now));
        Assert.False(shift.IsToCome(shift.StartsAt));
        Assert.Equal(3, shift.Version);
    }

    [Fact]
    public void The_line_is_in_order_of_arrival()
    {
        var shift = Shifted.Shift();
        var line = Enumerable.Range(0, 3).Select(_ => ShiftWait.Join(Guid.NewGuid(), Shifted.Accepted(), shift, Shifted.Now)).ToList();
        Assert.Equal([1, 2, 3], line.Select(wait => wait.Number));
    }

    [Fact]
    public void A_held_place_is_taken_in_time_or_not_at_all()
    {
        var wait = ShiftWait.Join(Guid.NewGuid(), Shifted.Accepted(), Shifted.Shift(), Shifted.Now);
        Assert.Equal("offer.lapsed", Assert.Throws<RuleBrokenException>(() => wait.Accept(Shifted.Now)).Code);
        wait.Offer(Shifted.Now.AddHours(24));
        Assert.Equal("offer.lapsed", Assert.Throws<RuleBrokenException>(() => wait.Accept(Shifted.Now.AddHours(24))).Code);
        wait.Accept(Shifted.Now.AddHours(23));
        Assert.False(wait.IsLive);
        Assert.Equal("offer.lapsed", Assert.Throws<RuleBrokenException>(wait.Refuse).Code);
        Assert.Throws<InvalidOperationException>(wait.Lapse);
    }

    [Theory]
    [InlineData(100, 24)] // a day, while there is time
    [InlineData(26, 24)]
    [InlineData(10, 8)]   // never later than two hours before the shift
    [InlineData(2.5, 0.5)]
    public void A_place_is_held_for_a_day_and_never_until_the_shift_begins(double hoursToTheShift, double hoursHeld) =>
        Assert.Equal(Shifted.Now.AddHours(hoursHeld), new OfferTerms(24).ExpiresAt(Shifted.Now, Shifted.Now.AddHours(hoursToTheShift)));

    [Fact]
    public void In_the_last_two_hours_nobody_is_asked() => Assert.Null(new OfferTerms(24).ExpiresAt(Shifted.Now, Shifted.Now.AddHours(2)));
}
