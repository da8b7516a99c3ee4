using Benevolat.Identity.Domain;

namespace Benevolat.Identity.Tests.Domain;

public sealed class Keys_rotate
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly KeyLife First = new(Guid.CreateVersion7(Start), Start);

    [Fact]
    public void Without_any_key_one_is_made_for_now()
    {
        var plan = KeySchedule.Plan([], Start);

        Assert.Equal((null, Start), (plan.InUse, plan.NextFrom));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(82, null)]
    [InlineData(83, 90)]
    [InlineData(89, 96)]
    public void The_successor_is_made_a_week_before_it_is_used(int day, int? usedFrom)
    {
        var plan = KeySchedule.Plan([First], Start.AddDays(day));

        Assert.Equal(First, plan.InUse);
        Assert.Equal(usedFrom is { } from ? Start.AddDays(from) : null, plan.NextFrom);
    }

    [Fact]
    public void The_old_key_works_until_the_successor_takes_over_and_only_one_successor_is_made()
    {
        var second = new KeyLife(Guid.NewGuid(), Start.AddDays(90));

        var before = KeySchedule.Plan([First, second], Start.AddDays(89));
        var after = KeySchedule.Plan([First, second], Start.AddDays(90));

        Assert.Equal((First, null), (before.InUse, before.NextFrom));
        Assert.Equal((second, null), (after.InUse, after.NextFrom));
    }

    [Theory]
    [InlineData(119, false)]
    [InlineData(120, true)]
    public void The_old_key_stays_known_for_thirty_days(int day, bool gone)
    {
        var second = new KeyLife(Guid.NewGuid(), Start.AddDays(90));

        var plan = KeySchedule.Plan([First, second], Start.AddDays(day));

        Assert.Equal(gone ? [First] : [], plan.Expired);
    }

    [Fact]
    public void After_a_long_sleep_the_new_key_is_still_published_a_week_before_it_is_used()
    {
        var plan = KeySchedule.Plan([First], Start.AddDays(400));

        Assert.Equal((First, Start.AddDays(407)), (plan.InUse, plan.NextFrom));
        Assert.Empty(plan.Expired);
    }
}
