using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Tests.Domain;

public sealed class A_mission_is_written
{
    private static readonly DateTimeOffset Saturday = new(2027, 3, 13, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Every_invariant_has_its_rule()
    {
        static Rule Of(MissionContent content) => Given.Broken(() => Given.Draft(content));
        var content = Given.Content;

        Assert.Same(Rules.Title, Of(content with { Title = "Aide" }));
        Assert.Same(Rules.Title, Of(content with { Title = new string('a', 121) }));
        Assert.Same(Rules.Description, Of(content with { Description = " " }));
        Assert.Same(Rules.Description, Of(content with { Description = new string('a', 20_001) }));
        Assert.Same(Rules.Places, Of(content with { Places = 0 }));
        Assert.Same(Rules.Places, Of(content with { Places = 10_001 }));
        Assert.Same(Rules.DateRange, Of(content with { StartsOn = new DateOnly(1999, 12, 31) }));
        Assert.Same(Rules.DateRange, Of(content with { EndsOn = new DateOnly(2101, 1, 1) }));
        Assert.Same(Rules.Dates, Of(content with { StartsOn = new DateOnly(2027, 1, 2), EndsOn = new DateOnly(2027, 1, 1) }));
        Assert.Same(Rules.Hours, Of(content with { Hours = ["mon-24"] }));
        Assert.Same(Rules.HoursPerWeek, Of(content with { HoursPerWeek = 0 }));
        Assert.Same(Rules.HoursPerWeek, Of(content with { HoursPerWeek = 169 }));
        Assert.Same(Rules.Coordinates, Of(content with { Addresses = [content.Addresses[0] with { Latitude = 91 }] }));
        Assert.Same(Rules.Coordinates, Of(content with { Addresses = [content.Addresses[0] with { Longitude = double.NaN }] }));
        Assert.Same(Rules.CommuneCode, Of(content with { Addresses = [content.Addresses[0] with { CommuneCode = "lyon" }] }));
    }

    [Fact]
    public void Shifts_end_after_they_start_within_two_days_and_differ()
    {
        static Rule Of(params ShiftContent[] shifts) => Given.Broken(() => Given.Draft(Given.Content with { Shifts = shifts }));

        Assert.Same(Rules.Shifts, Of(new ShiftContent(Saturday, Saturday, 1)));
        Assert.Same(Rules.Shifts, Of(new ShiftContent(Saturday, Saturday.AddHours(-1), 1)));
        Assert.Same(Rules.Shifts, Of(new ShiftContent(Saturday, Saturday.AddHours(49), 1)));
        Assert.Same(Rules.Places, Of(new ShiftContent(Saturday, Saturday.AddHours(2), 0)));
        var twin = new ShiftContent(Saturday, Saturday.AddHours(2), 1);
        Assert.Same(Rules.SameShift, Of(twin, twin with { StartsAt = Saturday.ToOffset(TimeSpan.FromHours(1)), Places = 3 }));
    }

    [Fact]
    public void Shifts_are_ordered_bound_the_period_and_count_as_hours_of_the_week_in_paris()
    {
        var evening = new ShiftContent(Saturday.AddDays(7).AddHours(12), Saturday.AddDays(7).AddHours(13), 2);
        var mission = Given.Draft(Given.Content with { Hours = [], Shifts = [evening, new ShiftContent(Saturday, Saturday.AddHours(2), 3)] });

        Assert.Equal([Saturday, evening.StartsAt], mission.Shifts.Select(shift => shift.StartsAt));
        Assert.Equal((new DateOnly(2027, 3, 13), new DateOnly(2027, 3, 20)), (mission.StartsOn, mission.EndsOn));
        // Saturday is day 5; 8:30 UTC is 9:30 in Paris in winter, and half hours touch both hours.
        Assert.Equal([129, 130, 131, 141, 142], mission.WeekHours);
    }

    [Fact]
    public void A_shift_whose_times_stay_keeps_its_id()
    {
        var first = new ShiftContent(Saturday, Saturday.AddHours(2), 3);
        var mission = Given.Draft(Given.Content with { Shifts = [first, first with { EndsAt = Saturday.AddHours(3) }] });
        var id = mission.Shifts[0].Id;

        mission.Edit(Given.Content with { Shifts = [first with { Places = 5 }] }, Given.Now);

        Assert.Equal((id, 5), (Assert.Single(mission.Shifts).Id, mission.Shifts[0].Places));
    }

    [Fact]
    public void Hours_are_kept_once_in_order_and_in_one_spelling() =>
        Assert.Equal(["mon-08", "tue-17"], Given.Draft(Given.Content with { Hours = ["tue-17", "mon-8", "mon-08"] }).Hours);

    [Fact]
    public void An_edit_raises_the_version_and_respects_places_taken()
    {
        var mission = Given.Published(Given.Content with { Places = 5 });
        mission.NotePlaces(1, 3, Given.Now);
        var version = mission.Version;

        Assert.Same(Rules.PlacesTaken, Given.Broken(() => mission.Edit(Given.Content with { Places = 2 }, Given.Now)));
        mission.Edit(Given.Content with { Places = 4 }, Given.Now);
        Assert.Equal((version + 1, 1), (mission.Version, mission.PlacesLeft));

        mission.Edit(Given.Content with { Places = 3 }, Given.Now);
        Assert.Equal((MissionState.Closed, "filled"), (mission.State, mission.StateReason));
        Assert.Same(Rules.Closed, Given.Broken(() => mission.Edit(Given.Content, Given.Now)));
    }

    [Fact]
    public void A_draft_may_be_as_full_as_it_likes()
    {
        var mission = Given.Draft(Given.Content with { Places = 1 });
        mission.NotePlaces(1, 1, Given.Now);
        Assert.Equal(MissionState.Draft, mission.State);
    }

    [Fact]
    public void The_organisations_new_name_is_followed_until_it_closes()
    {
        var mission = Given.Published();
        Assert.False(mission.FollowName("Le Goût des autres"));
        Assert.True(mission.FollowName("La Table ouverte"));
        mission.Close(Contracts.Missions.ClosingReason.Done, Actor.System, Given.Now);
        Assert.False(mission.FollowName("Encore autre"));
    }
}
