using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Tests.Domain;

public sealed class PlaceAllocationTests
{
    [Fact]
    public void The_last_place_is_the_last()
    {
        var allocation = PlaceAllocation.Of(Guid.NewGuid(), places: 2);
        allocation.Take();
        allocation.Take();
        var refusal = Assert.Throws<RuleBrokenException>(() => allocation.Take());
        Assert.Equal("mission.no-place-left", refusal.Code);
        Assert.Equal((2, 0), (allocation.Taken, allocation.Left));
    }

    [Fact]
    public void A_released_place_can_be_taken_again()
    {
        var allocation = PlaceAllocation.Of(Guid.NewGuid(), places: 1);
        allocation.Take();
        allocation.Release();
        Assert.Equal(1, allocation.Left);
        allocation.Take();
        Assert.Equal(0, allocation.Left);
    }

    [Fact]
    public void Nobody_releases_what_nobody_holds() =>
        Assert.Throws<InvalidOperationException>(() => PlaceAllocation.Of(Guid.NewGuid(), places: 1).Release());

    [Fact]
    public void A_mission_made_smaller_keeps_whom_it_accepted_and_has_no_place_left()
    {
        var allocation = PlaceAllocation.Of(Guid.NewGuid(), places: 3);
        allocation.Take();
        allocation.Take();
        Assert.True(allocation.Resize(1));
        Assert.Equal((2, 0), (allocation.Taken, allocation.Left));
        Assert.Throws<RuleBrokenException>(() => allocation.Take());

        allocation.Release();
        Assert.Equal(0, allocation.Left);
        allocation.Release();
        Assert.Equal(1, allocation.Left);
    }

    [Fact]
    public void Every_change_is_a_version_and_no_change_is_none()
    {
        var allocation = PlaceAllocation.Of(Guid.NewGuid(), places: 3);
        Assert.Equal(1, allocation.Version);
        allocation.Take();
        allocation.Release();
        allocation.Resize(4);
        Assert.False(allocation.Resize(4));
        Assert.Equal(4, allocation.Version);
    }
}
