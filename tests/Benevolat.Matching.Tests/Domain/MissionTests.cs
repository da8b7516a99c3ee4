using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Tests.Domain;

public sealed class MissionTests
{
    /// <summary>Published 1, changed 2, paused 3, published 4, changed 5, closed 6: whatever the order and however often, the end is the same.</summary>
    [Fact]
    public void Any_order_of_events_with_duplicates_ends_in_the_same_copy()
    {
        Action<Mission>[] events =
        [
            mission => { mission.Open(1, DateTimeOffset.UnixEpoch); mission.Describe(1, Titled("1")); },
            mission => mission.Describe(2, Titled("2")),
            mission => mission.Pause(3),
            mission => { mission.Open(4, DateTimeOffset.UnixEpoch); mission.Describe(4, Titled("4")); },
            mission => mission.Describe(5, Titled("5")),
            mission => mission.Close(6, ClosingReason.Cancelled),
        ];
        var random = new Random(20261123);
        for (var round = 0; round < 200; round++)
        {
            var mission = Mission.Unheard(Guid.NewGuid());
            var order = events.Concat(events).ToArray();
            random.Shuffle(order);
            foreach (var happens in order) { happens(mission); }
            Assert.Equal((MissionState.Closed, ClosingReason.Cancelled, "5", true), (mission.State, mission.ClosedFor, mission.Title, mission.IsKnown));
        }
    }

    [Fact]
    public void A_mission_that_closed_before_its_publication_arrived_does_not_open()
    {
        var mission = Mission.Unheard(Guid.NewGuid());
        Assert.True(mission.Close(7, ClosingReason.Done));
        Assert.False(mission.IsKnown);
        mission.Open(3, DateTimeOffset.UnixEpoch);
        Assert.True(mission.Describe(3, Titled("Late")));
        Assert.Equal((MissionState.Closed, "Late", true), (mission.State, mission.Title, mission.IsKnown));
    }

    [Fact]
    public void A_filled_mission_that_is_published_again_opens()
    {
        var mission = Mission.Unheard(Guid.NewGuid());
        mission.Close(7, ClosingReason.Filled);
        mission.Open(8, DateTimeOffset.UnixEpoch);
        Assert.Equal((MissionState.Open, null), (mission.State, mission.ClosedFor));
    }

    [Fact]
    public void Facts_without_a_publication_are_not_yet_a_mission()
    {
        var mission = Mission.Unheard(Guid.NewGuid());
        mission.Describe(2, Titled("Draft"));
        Assert.False(mission.IsKnown);
    }

    [Fact]
    public void A_member_who_left_does_not_come_back_with_an_older_event()
    {
        var member = Membership.Unheard(Guid.NewGuid(), Guid.NewGuid());
        member.Hear(5, null);
        member.Hear(4, MemberRole.Manager);
        Assert.Null(member.Role);
        member.Hear(6, MemberRole.Welcomer);
        Assert.Equal(MemberRole.Welcomer, member.Role);
    }

    private static MissionFacts Titled(string title) => Facts.Mission() with { Title = title };
}
