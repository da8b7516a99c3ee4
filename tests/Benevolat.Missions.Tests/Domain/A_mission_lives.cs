using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Tests.Domain;

public sealed class A_mission_lives
{
    private static readonly Actor Manager = Actor.Member(Given.Owner);

    public static TheoryData<MissionState, MissionState, bool> EveryTransition()
    {
        (MissionState, MissionState)[] allowed =
        [
            (MissionState.Draft, MissionState.Published), (MissionState.Draft, MissionState.Closed),
            (MissionState.InReview, MissionState.Published), (MissionState.InReview, MissionState.Closed),
            (MissionState.Published, MissionState.Paused), (MissionState.Published, MissionState.Closed),
            (MissionState.Paused, MissionState.Published), (MissionState.Paused, MissionState.Closed),
        ];
        var data = new TheoryData<MissionState, MissionState, bool>();
        foreach (var from in Enum.GetValues<MissionState>())
        {
            foreach (var to in new[] { MissionState.Published, MissionState.Paused, MissionState.Closed }) { data.Add(from, to, allowed.Contains((from, to))); }
        }

        return data;
    }

    [Theory, MemberData(nameof(EveryTransition))]
    public void Only_what_the_table_allows_happens(MissionState from, MissionState to, bool allowed)
    {
        var mission = In(from);
        void Move() => Go(mission, to);
        if (allowed)
        {
            var version = mission.Version;
            Move();
            Assert.Equal(to, mission.State);
            Assert.Equal(version + 1, mission.Version);
            Assert.Equal((from, to), (mission.History[^1].From, mission.History[^1].To));
        }
        else
        {
            Assert.Same(Rules.Transition, Given.Broken(Move));
        }
    }

    [Fact]
    public void History_holds_actor_time_and_reason()
    {
        var mission = Given.Published();
        mission.Close(ClosingReason.Done, Actor.Moderator(Given.Owner), Given.Now.AddDays(1));

        Assert.Equal([null, MissionState.Draft, MissionState.Published], mission.History.Select(step => step.From));
        var last = mission.History[^1];
        Assert.Equal((ActorKind.Moderator, Given.Owner, Given.Now.AddDays(1), "done"), (last.Actor, last.ActorId, last.At, last.Reason));
    }

    [Fact]
    public void A_verified_organisation_publishes_by_submitting_and_others_wait()
    {
        var (own, other) = (Given.Draft(), Given.Draft(organisation: Given.Pending()));
        own.Submit(Given.Verified(), Manager, Given.Now);
        other.Submit(Given.Pending(), Manager, Given.Now);
        Assert.Equal((MissionState.Published, MissionState.InReview), (own.State, other.State));
        Assert.Equal(Given.Now, own.PublishedAt);
        Assert.False(other.WasPublic);
        Assert.Same(Rules.Transition, Given.Broken(() => own.Submit(Given.Verified(), Manager, Given.Now)));
    }

    [Fact]
    public void Only_a_moderator_publishes_for_an_unverified_organisation_and_nobody_for_a_suspended_one()
    {
        var (pending, suspended) = (Given.Pending(), Given.Verified());
        suspended.Suspend("x", Given.Moderator, Given.Now);
        var mission = Given.Draft(organisation: pending);

        Assert.Same(Rules.NotVerified, Given.Broken(() => mission.Publish(pending, Manager, Given.Now)));
        Assert.Same(Rules.Suspended, Given.Broken(() => mission.Publish(suspended, Actor.Moderator(Given.Owner), Given.Now)));
        Assert.Same(Rules.Suspended, Given.Broken(() => mission.Submit(suspended, Manager, Given.Now)));
        mission.Publish(pending, Actor.Moderator(Given.Owner), Given.Now);
        Assert.Equal(MissionState.Published, mission.State);
    }

    [Fact]
    public void Publishing_needs_an_address_unless_remote_and_days_to_come()
    {
        Assert.Same(Rules.NeedsAddress, Given.Broken(() => Given.Published(Given.Content with { Addresses = [] })));
        Assert.True(Given.Published(Given.Content with { Addresses = [], Remote = RemoteWork.Full }).WasPublic);
        Assert.Same(Rules.Over, Given.Broken(() => Given.Published(Given.Content with { EndsOn = new DateOnly(2026, 11, 22) })));
        Assert.True(Given.Published(Given.Content with { EndsOn = new DateOnly(2026, 11, 23) }).WasPublic);
    }

    [Fact]
    public void What_the_coach_blocks_is_published_by_moderators_and_networks_only()
    {
        var content = Given.Content with { Title = "Devoirs" };
        Assert.Same(Rules.CoachBlocking, Given.Broken(() => Given.Draft(content).Publish(Given.Verified(), Manager, Given.Now)));
        Assert.Same(Rules.CoachBlocking, Given.Broken(() => Given.Draft(content).Submit(Given.Verified(), Manager, Given.Now)));
        Assert.Same(Rules.CoachBlocking, Given.Broken(() => Given.Draft(content, Given.Pending()).Submit(Given.Pending(), Manager, Given.Now)));
        foreach (var actor in new[] { Actor.Moderator(Given.Owner), Actor.Network(Given.Owner), Actor.System })
        {
            var mission = Given.Draft(content);
            mission.Publish(Given.Verified(), actor, Given.Now);
            mission.Pause(Manager, Given.Now);
            Assert.Same(Rules.CoachBlocking, Given.Broken(() => mission.Publish(Given.Verified(), Manager, Given.Now)));
        }
    }

    [Fact]
    public void A_pause_keeps_the_first_publication_date()
    {
        var mission = Given.Published();
        mission.Pause(Manager, Given.Now);
        mission.Publish(Given.Verified(), Manager, Given.Now.AddDays(3));
        Assert.Equal(Given.Now, mission.PublishedAt);
    }

    [Fact]
    public void The_last_place_closes_it_and_older_words_are_ignored()
    {
        var mission = Given.Published();
        mission.NotePlaces(version: 2, taken: 1, Given.Now);
        mission.NotePlaces(version: 1, taken: 2, Given.Now);
        Assert.Equal((1, 1, MissionState.Published), (mission.PlacesTaken, mission.PlacesLeft, mission.State));

        mission.NotePlaces(version: 3, taken: 2, Given.Now);
        Assert.Equal((0, MissionState.Closed, "filled"), (mission.PlacesLeft, mission.State, mission.StateReason));
        Assert.Equal(ActorKind.System, mission.History[^1].Actor);
    }

    [Fact]
    public void A_place_that_comes_back_does_not_reopen_it()
    {
        var mission = Given.Published();
        mission.NotePlaces(1, 2, Given.Now);
        mission.NotePlaces(2, 1, Given.Now);
        Assert.Equal((1, MissionState.Closed), (mission.PlacesLeft, mission.State));
    }

    private static Mission In(MissionState state)
    {
        var mission = Given.Draft(organisation: state == MissionState.InReview ? Given.Pending() : null);
        if (state == MissionState.InReview) { mission.Submit(Given.Pending(), Manager, Given.Now); }
        if (state is MissionState.Published or MissionState.Paused) { Go(mission, MissionState.Published); }
        if (state is MissionState.Paused or MissionState.Closed) { Go(mission, state); }
        return mission;
    }

    private static void Go(Mission mission, MissionState to)
    {
        if (to == MissionState.Published) { mission.Publish(Given.Verified(), Manager, Given.Now); }
        if (to == MissionState.Paused) { mission.Pause(Manager, Given.Now); }
        if (to == MissionState.Closed) { mission.Close(ClosingReason.Cancelled, Manager, Given.Now); }
    }
}
