using Benevolat.Contracts.Missions;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Tests.Domain;

public sealed class A_mission_ends_or_comes_back
{
    private static readonly Actor Manager = Actor.Member(Given.Owner);
    private static readonly Actor Moderator = Actor.Moderator(Guid.CreateVersion7());
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_moderator_hands_it_back_with_a_sentence_and_it_may_be_handed_in_again()
    {
        var mission = InReview();
        mission.RequestChanges("Dites qui accueille.", Moderator, Given.Now);
        Assert.Equal((MissionState.Draft, "changes-requested", "Dites qui accueille."), (mission.State, mission.StateReason, mission.StateNote));
        Assert.Equal("Dites qui accueille.", mission.History[^1].Note);

        mission.Submit(Given.Pending(), Manager, Given.Now.AddDays(1));
        Assert.Equal((MissionState.InReview, null, null), (mission.State, mission.StateReason, mission.StateNote));
        Assert.Equal(Given.Now.AddDays(1), mission.SubmittedAt);
    }

    [Fact]
    public void A_refusal_is_for_good_and_says_which_reason()
    {
        var mission = InReview();
        mission.Refuse(RefusalReason.NotCompliant, "C'est un emploi.", Moderator, Given.Now);
        Assert.Equal((MissionState.Closed, "refused", "not-compliant", "C'est un emploi."), (mission.State, mission.StateReason, mission.StateDetail, mission.StateNote));
        Assert.False(mission.WasPublic);
        Assert.Same(Rules.Reopening, Given.Broken(() => mission.Reopen(Manager, Given.Now)));
    }

    [Fact]
    public void Only_what_is_in_review_is_handed_back_or_refused()
    {
        foreach (var mission in new[] { Given.Draft(), Given.Published() })
        {
            Assert.Same(Rules.Transition, Given.Broken(() => mission.RequestChanges("Pourquoi ?", Moderator, Given.Now)));
            Assert.Same(Rules.Transition, Given.Broken(() => mission.Refuse(RefusalReason.Other, null, Moderator, Given.Now)));
        }
    }

    [Theory]
    [InlineData(ClosingReason.Done, true)]
    [InlineData(ClosingReason.Filled, true)]
    [InlineData(ClosingReason.Expired, true)]
    [InlineData(ClosingReason.Cancelled, true)]
    [InlineData(ClosingReason.Reported, false)]
    public void Reopening_pauses_it_so_that_it_can_be_brought_up_to_date(ClosingReason reason, bool may)
    {
        var mission = Given.Published();
        mission.Close(reason, Manager, Given.Now);
        if (!may)
        {
            Assert.Same(Rules.Reopening, Given.Broken(() => mission.Reopen(Manager, Given.Now)));
            return;
        }

        mission.Reopen(Manager, Given.Now);
        Assert.Equal((MissionState.Paused, Mission.Reopened), (mission.State, mission.StateReason));
        mission.Edit(Given.Content with { Title = "Aide aux devoirs, deuxième année" }, Given.Now);
        mission.Publish(Given.Verified(), Manager, Given.Now);
        Assert.Equal(MissionState.Published, mission.State);
    }

    [Fact]
    public void A_draft_that_was_given_up_cannot_be_reopened_and_an_open_one_need_not()
    {
        var draft = Given.Draft();
        draft.Close(ClosingReason.Cancelled, Manager, Given.Now);
        Assert.Same(Rules.Reopening, Given.Broken(() => draft.Reopen(Manager, Given.Now)));
        Assert.Same(Rules.Transition, Given.Broken(() => Given.Published().Reopen(Manager, Given.Now)));
    }

    [Fact]
    public void A_full_one_that_comes_back_needs_more_places_first()
    {
        var mission = Given.Published();
        mission.NotePlaces(1, taken: 2, Given.Now);
        mission.Reopen(Manager, Given.Now);
        Assert.Same(Rules.NoPlacesLeft, Given.Broken(() => mission.Publish(Given.Verified(), Manager, Given.Now)));
        Assert.Equal(MissionState.Paused, mission.State);

        mission.Edit(Given.Content with { Places = 3 }, Given.Now);
        mission.Publish(Given.Verified(), Manager, Given.Now);
        Assert.Equal((1, MissionState.Published), (mission.PlacesLeft, mission.State));
    }

    [Fact]
    public void A_suspension_of_the_organisation_pauses_it_and_the_end_of_it_resumes_it()
    {
        var (suspended, own) = (Given.Published(), Given.Published());
        suspended.Pause(Moderator, Given.Now, Mission.OrganisationSuspended);
        own.Pause(Manager, Given.Now);
        Assert.True(suspended.Resume(Given.Verified(), Moderator, Given.Now));
        Assert.False(own.Resume(Given.Verified(), Moderator, Given.Now));
        Assert.Equal((MissionState.Published, MissionState.Paused), (suspended.State, own.State));
    }

    [Fact]
    public void What_is_over_or_full_meanwhile_stays_paused()
    {
        var over = Given.Published(Given.Content with { EndsOn = Today.AddDays(2) });
        over.Pause(Moderator, Given.Now, Mission.OrganisationSuspended);
        Assert.False(over.Resume(Given.Verified(), Moderator, Given.Now.AddDays(3)));
        Assert.True(over.Resume(Given.Verified(), Moderator, Given.Now.AddDays(2)));
    }

    [Fact]
    public void Only_a_moderator_ends_the_pause_after_a_report()
    {
        var mission = Given.Published();
        mission.Pause(Moderator, Given.Now, Mission.Reported);
        Assert.Same(Rules.ReportedPause, Given.Broken(() => mission.Publish(Given.Verified(), Manager, Given.Now)));
        mission.Publish(Given.Verified(), Moderator, Given.Now);
        Assert.Equal(MissionState.Published, mission.State);
    }

    [Fact]
    public void It_is_offered_on_its_last_day_and_closed_on_the_next()
    {
        var mission = Given.Published(Given.Content with { EndsOn = Today.AddDays(3) });
        Assert.Equal(Today.AddDays(3), mission.ExpiresOn);
        // 22:59 UTC is still that day in Paris, 23:00 is the next.
        var lastMinute = new DateTimeOffset(2026, 11, 26, 22, 59, 0, TimeSpan.Zero);
        Assert.False(mission.Expire(lastMinute));
        Assert.True(mission.Expire(lastMinute.AddMinutes(1)));
        Assert.Equal((MissionState.Closed, "expired", ActorKind.System), (mission.State, mission.StateReason, mission.History[^1].Actor));
        Assert.False(mission.Expire(lastMinute.AddDays(1)));
    }

    [Fact]
    public void Without_an_end_it_is_forgotten_after_a_year_without_news()
    {
        var mission = Given.Published();
        Assert.Equal(Today.AddDays(365), mission.ExpiresOn);
        mission.Edit(Given.Content, Given.Now.AddDays(10));
        Assert.Equal(Today.AddDays(375), mission.ExpiresOn);
        mission.Renew(Given.Now.AddDays(20));
        Assert.Equal(Today.AddDays(385), mission.ExpiresOn);
        Assert.Same(Rules.Renewing, Given.Broken(() => Given.Draft().Renew(Given.Now)));
    }

    [Fact]
    public void The_warning_comes_once_a_week_before_and_again_when_the_end_moved()
    {
        var mission = Given.Published(Given.Content with { EndsOn = Today.AddDays(20) });
        Assert.False(mission.Warn(Given.Now.AddDays(12)));
        Assert.True(mission.Warn(Given.Now.AddDays(13)));
        Assert.False(mission.Warn(Given.Now.AddDays(14)));

        mission.Edit(Given.Content with { EndsOn = Today.AddDays(40) }, Given.Now.AddDays(15));
        Assert.False(mission.Warn(Given.Now.AddDays(32)));
        Assert.True(mission.Warn(Given.Now.AddDays(33)));
    }

    [Fact]
    public void Who_publishes_a_mission_for_this_weekend_knows_when_it_ends() =>
        Assert.False(Given.Published(Given.Content with { EndsOn = Today.AddDays(5) }).Warn(Given.Now.AddDays(1)));

    [Fact]
    public void A_copy_leaves_the_past_behind()
    {
        ShiftContent Shift(int day) => new(Given.Now.AddDays(day), Given.Now.AddDays(day).AddHours(2), 3);
        var dated = (Given.Content with { StartsOn = Today.AddDays(-9), EndsOn = Today.AddDays(9) }).WithoutThePast(Given.Now);
        Assert.Equal((null, Today.AddDays(9)), (dated.StartsOn, dated.EndsOn));

        var shifts = (Given.Content with { Shifts = [Shift(-2), Shift(2)], StartsOn = Today.AddDays(-2), EndsOn = Today.AddDays(2) }).WithoutThePast(Given.Now);
        Assert.Equal([Shift(2)], shifts.Shifts);
        Assert.Equal((null, null), (shifts.StartsOn, shifts.EndsOn));
    }

    [Fact]
    public void What_two_people_changed_is_named_field_by_field()
    {
        var changes = ContentComparison.Between(Given.Content, Given.Content with { Title = "Aide aux leçons", Hours = ["wed-14"], Skills = [] });
        Assert.Equal(["title", "hours"], changes.Select(change => change.Field));
        Assert.Equal(("Aide aux devoirs", "Aide aux leçons"), ((string?)changes[0].Before, (string?)changes[0].Now));
    }

    private static Mission InReview()
    {
        var mission = Given.Draft(organisation: Given.Pending());
        mission.Submit(Given.Pending(), Manager, Given.Now);
        return mission;
    }
}
