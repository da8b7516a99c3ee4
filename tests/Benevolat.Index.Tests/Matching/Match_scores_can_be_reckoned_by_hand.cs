using Benevolat.Index.Matching;
using static Benevolat.Index.Tests.Matching.Cases;

namespace Benevolat.Index.Tests.Matching;

public sealed class Match_scores_can_be_reckoned_by_hand
{
    [Fact]
    public void The_table_makes_ten_thousand() => Assert.Equal(MatchWeights.Whole, Enum.GetValues<MatchPart>().Sum(MatchWeights.Current.Of));

    [Fact]
    public void Weights_that_do_not_add_up_are_refused() => Assert.Throws<ArgumentException>(() => new MissionMatcher(MatchWeights.Current with { Hours = 1 }));

    [Fact]
    public void What_a_volunteer_did_not_say_adds_nothing_and_what_a_mission_leaves_open_adds_half()
    {
        var hit = Assert.Single(Best(Volunteer, Mission));
        var weights = MatchWeights.Current;
        Assert.Equal((0, MatchGap.NotSaid), (hit[MatchPart.Hours].Contribution, hit[MatchPart.Hours].Gap));
        Assert.Equal((weights.Distance, MatchGap.None), (hit[MatchPart.Distance].Contribution, hit[MatchPart.Distance].Gap));
        Assert.Equal((weights.Skills / 2, MatchGap.LeftOpen), (hit[MatchPart.Skills].Contribution, hit[MatchPart.Skills].Gap));
        Assert.Equal((0, MatchGap.NotSaid), (hit[MatchPart.Causes].Contribution, hit[MatchPart.Causes].Gap));
        Assert.Equal((0, MatchGap.NotSaid), (hit[MatchPart.Kind].Contribution, hit[MatchPart.Kind].Gap));
        Assert.Equal((weights.Responsiveness / 2, MatchGap.LeftOpen), (hit[MatchPart.Responsiveness].Contribution, hit[MatchPart.Responsiveness].Gap));
        Assert.Equal((weights.Feedback / 2, MatchGap.LeftOpen), (hit[MatchPart.Feedback].Contribution, hit[MatchPart.Feedback].Gap));
    }

    [Fact]
    public void Who_has_all_that_is_asked_next_door_gets_full_marks()
    {
        var mission = Mission with { Skills = ["Cuisine"], Times = [new(Hours(2, 14, 18), 4)], Responsiveness = 1, Feedback = 1 };
        var volunteer = Volunteer with { Skills = ["cuisine"], Free = Hours(2, 12, 20), Causes = 1 << 3, Kinds = 1 << 1, Step = MatchStep.Regular };
        var hit = Assert.Single(Best(volunteer, mission));
        Assert.Equal(MatchWeights.Whole, hit.Score);
        Assert.Empty(MatchImprovements.Of(hit));
    }

    [Theory]
    [InlineData(4, 2, 0.5)]    // two of four
    [InlineData(2, 2, 1)]      // fewer are needed than the rhythm offers
    [InlineData(300, 2, 0.5)]  // at most all
    [InlineData(0, 2, 1)]      // at least one
    public void Hours_count_by_the_share_of_those_needed(int needed, int shared, double value)
    {
        var mission = Mission with { Times = [new(Hours(2, 14, 18), needed)] };
        var hit = Assert.Single(Best(Volunteer with { Free = Hours(2, 14, 14 + shared) }, mission));
        Assert.Equal(value, hit[MatchPart.Hours].Value);
        Assert.Equal((int)(MatchWeights.Current.Hours * value), hit[MatchPart.Hours].Contribution);
        Assert.Equal(Hours(2, 14, 14 + shared), hit.Facts.SharedHours);
    }

    [Fact]
    public void Nearness_falls_evenly_to_nothing_at_the_radius()
    {
        var hit = Assert.Single(Best(Volunteer with { RadiusKm = 22.24 }, Mission with { Places = [North] }));
        Assert.Equal(0.5, hit[MatchPart.Distance].Value, 0.001);
        Assert.Equal(11.12, hit.Facts.Km!.Value, 0.01);
    }

    [Fact]
    public void From_home_counts_half_and_is_told_as_such()
    {
        var hit = Assert.Single(Best(Volunteer with { Remote = true }, Mission with { Remote = MatchRemote.Full, Places = [] }));
        Assert.Equal((MatchWeights.Current.Distance / 2, MatchGap.FromHome), (hit[MatchPart.Distance].Contribution, hit[MatchPart.Distance].Gap));
        Assert.Equal((null, null), (hit.Facts.Place, hit.Facts.Km));
    }

    [Fact]
    public void The_nearest_place_and_the_best_shift_stand_for_the_mission()
    {
        var mission = Mission with { Places = [North, Lyon], Times = [new(Hours(0, 8, 12), 4), new(Hours(2, 14, 18), 4)] };
        var hit = Assert.Single(Best(Volunteer with { Free = Hours(2, 14, 18) | Hours(0, 8, 9) }, mission));
        Assert.Equal((1, 1), (hit.Facts.Place, hit.Facts.Time));
    }

    [Fact]
    public void A_skill_to_learn_counts_half_and_spelling_does_not_count()
    {
        var mission = Mission with { Skills = ["Comptabilité", "CUISINE", "Écoute", "Web"] };
        var hit = Assert.Single(Best(Volunteer with { Skills = ["comptabilite", "écoute"], SkillsToLearn = ["cuisine", "Ecoute"] }, mission));
        Assert.Equal(2.5 / 4, hit[MatchPart.Skills].Value);
        Assert.Equal(["Comptabilité", "Écoute"], hit.Facts.SharedSkills);
        Assert.Equal(["CUISINE"], hit.Facts.LearntSkills);
        Assert.Equal(["Web"], hit.Facts.MissingSkills);
    }

    [Theory]
    [InlineData(MatchStep.OneOff, MatchStep.OneOff, 1)]
    [InlineData(MatchStep.OneOff, MatchStep.Regular, 0.75)]
    [InlineData(MatchStep.OneOff, MatchStep.Responsibility, 0.25)]
    [InlineData(MatchStep.Regular, MatchStep.OneOff, 0.5)]
    [InlineData(MatchStep.Responsibility, MatchStep.OneOff, 0.25)]
    public void The_pathway_leads_on(MatchStep volunteer, MatchStep mission, double value) =>
        Assert.Equal(value, Assert.Single(Best(Volunteer with { Step = volunteer }, Mission with { Step = mission }))[MatchPart.Pathway].Value);

    [Fact]
    public void Improvements_name_what_gives_away_most_first()
    {
        var hit = Assert.Single(Best(Volunteer with { Causes = 1, Kinds = 1 << 1, Step = MatchStep.Regular }, Mission with { Skills = ["Web"], Responsiveness = 1, Feedback = 0.5 }));
        Assert.Equal(
            [
                new(MatchPart.Hours, MatchGap.NotSaid, MatchWeights.Current.Hours), new(MatchPart.Causes, MatchGap.Otherwise, MatchWeights.Current.Causes),
                new(MatchPart.Skills, MatchGap.NotSaid, MatchWeights.Current.Skills), new(MatchPart.Feedback, MatchGap.Partly, MatchWeights.Current.Feedback / 2),
            ],
            MatchImprovements.Of(hit));
    }

    [Fact]
    public void The_other_direction_gives_the_same_score()
    {
        var mission = Mission with { Places = [North, Lyon], Skills = ["Web", "Cuisine"], Times = [new(Hours(2, 14, 18), 3)], Responsiveness = 0.3 };
        var volunteer = Volunteer with { Skills = ["web"], Free = Hours(2, 16, 18), Causes = 8 };
        var both = BothMatchers.Of(mission);
        both.Take(new(Properties.MatchStepKind.Apply, [], [new(volunteer.Id, volunteer)]));
        var (there, back) = (Assert.Single(both.Best(volunteer, Ask)), Assert.Single(both.Best(mission, Ask)));
        Assert.Equal(there.Parts, back.Parts);
        Assert.Equal((volunteer.Id, mission.OrganisationId), (back.Id, back.OrganisationId));
    }
}
