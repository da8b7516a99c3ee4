using Benevolat.Index.Matching;
using static Benevolat.Index.Tests.Matching.Cases;

namespace Benevolat.Index.Tests.Matching;

public sealed class Conditions_are_hard
{
    [Fact]
    public void Beyond_the_radius_is_a_near_miss_up_to_three_times_as_far()
    {
        var far = Mission with { Places = [North] };
        Assert.Empty(Best(Volunteer with { RadiusKm = 11 }, far));
        Assert.Equal(MatchConstraint.Distance, Assert.Single(NearMisses(Volunteer with { RadiusKm = 11 }, far)).Failed);
        Assert.Single(NearMisses(Volunteer with { RadiusKm = 3.8 }, far));
        Assert.Empty(NearMisses(Volunteer with { RadiusKm = 3.6 }, far));
    }

    [Fact]
    public void Hours_have_to_meet_when_both_say_some()
    {
        var mission = Mission with { Times = [new(Hours(2, 14, 18), 4)] };
        Assert.Single(Best(Volunteer, mission));
        Assert.Single(Best(Volunteer with { Free = Hours(2, 17, 19) }, mission));
        Assert.Empty(Best(Volunteer with { Free = Hours(2, 18, 19) }, mission));
        Assert.Equal(MatchConstraint.Hours, Assert.Single(NearMisses(Volunteer with { Free = Hours(2, 18, 19) }, mission)).Failed);
    }

    [Fact]
    public void Work_from_home_takes_two_who_want_it()
    {
        var mission = Mission with { Remote = MatchRemote.Full };
        Assert.Empty(Best(Volunteer, mission));
        Assert.Equal(MatchConstraint.Remote, Assert.Single(NearMisses(Volunteer, mission)).Failed);
        Assert.Empty(Best(Volunteer with { Remote = true, Place = Marseille }, Mission));
        Assert.Single(Best(Volunteer with { Remote = true, Place = null }, mission));
    }

    [Fact]
    public void A_required_skill_has_to_be_there_to_learn_it_is_not_enough()
    {
        var mission = Mission with { RequiredSkills = ["Permis B", "Premiers secours"] };
        Assert.Single(Best(Volunteer with { Skills = ["premiers secours", "PERMIS B"] }, mission));
        Assert.Empty(Best(Volunteer with { Skills = ["premiers secours"], SkillsToLearn = ["permis b"] }, mission));
        var miss = Assert.Single(NearMisses(Volunteer with { Skills = ["premiers secours"] }, mission));
        Assert.Equal(MatchConstraint.RequiredSkill, miss.Failed);
        Assert.Equal(["Permis B"], miss.MissingSkills);
    }

    [Fact]
    public void Needs_have_to_be_met()
    {
        Assert.Empty(Best(Volunteer with { NeedsAccessibility = true }, Mission));
        Assert.Empty(Best(Volunteer with { OnlyOpenToMinors = true }, Mission));
        Assert.Single(Best(Volunteer with { NeedsAccessibility = true, OnlyOpenToMinors = true }, Mission with { ReducedMobility = true, OpenToMinors = true }));
        Assert.Equal(MatchConstraint.Accessibility, Assert.Single(NearMisses(Volunteer with { NeedsAccessibility = true }, Mission)).Failed);
        Assert.Equal(MatchConstraint.Minors, Assert.Single(NearMisses(Volunteer with { OnlyOpenToMinors = true }, Mission)).Failed);
        Assert.Empty(NearMisses(Volunteer with { NeedsAccessibility = true, OnlyOpenToMinors = true }, Mission));   // two conditions
    }

    [Fact]
    public void Without_places_left_it_is_neither_a_match_nor_a_near_miss()
    {
        Assert.Empty(Best(Volunteer, Mission with { PlacesLeft = 0 }));
        Assert.Empty(NearMisses(Volunteer with { NeedsAccessibility = true }, Mission with { PlacesLeft = 0 }));
    }

    [Fact]
    public void A_shift_counts_until_it_starts()
    {
        var mission = Mission with { Times = [new(Hours(2, 14, 18), 4, Now), new(Hours(3, 14, 18), 4, Now.AddSeconds(1))] };
        Assert.Equal(1, Assert.Single(Best(Volunteer with { Free = Hours(2, 0, 24) | Hours(3, 17, 18) }, mission)).Facts.Time);
        Assert.Empty(BothMatchers.Of(mission).Best(Volunteer, Ask with { Now = Now.AddSeconds(1) }));
    }

    [Fact]
    public void A_mission_that_fits_otherwise_is_no_near_miss()
    {
        var mission = Mission with { Places = [North, Lyon] };
        Assert.Empty(NearMisses(Volunteer with { RadiusKm = 5 }, mission));
    }

    [Fact]
    public void Whoever_is_excluded_stays_out()
    {
        var both = BothMatchers.Of(Mission, Mission with { Id = Id(2), OrganisationId = Id(101) });
        Assert.Equal(Id(2), Assert.Single(both.Best(Volunteer, Ask with { Excluded = [Id(1)] })).Id);
        Assert.Equal(Id(1), Assert.Single(both.Best(Volunteer, Ask with { ExcludedOrganisations = [Id(101), Id(999)] })).Id);
    }

    [Fact]
    public void Equals_come_in_the_order_of_their_ids_and_no_more_than_asked_for()
    {
        var both = BothMatchers.Of([.. Enumerable.Range(1, 700).Reverse().Select(number => Mission with { Id = Id(number) })]);
        Assert.Equal(Enumerable.Range(1, 7).Select(Id), both.Best(Volunteer, Ask with { Count = 7 }).Select(hit => hit.Id));
        Assert.Equal(MatchAsk.MostHits, both.Best(Volunteer, Ask with { Count = 600 }).Count);
    }

    [Fact]
    public void Similar_missions_are_those_for_the_same_people()
    {
        var matcher = new MissionMatcher();
        var mission = Mission with { Skills = ["Web"], Times = [new(Hours(2, 14, 18), 4)] };
        matcher.Build([mission, mission with { Id = Id(2), Domain = 4 }, mission with { Id = Id(3) }, mission with { Id = Id(4), Places = [Marseille] }]);
        Assert.Equal([Id(3), Id(2)], matcher.Current.Similar(mission, Ask).Select(hit => hit.Id));
    }
}
