using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Contracts.Volunteers;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Scoring;

namespace Benevolat.Matching.Tests.Domain;

public sealed class ScorerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_score_is_exactly_the_sum_of_its_parts()
    {
        var match = Score(Facts.Profile(), Facts.Mission())!;
        Assert.Equal([MatchPart.Hours, MatchPart.Distance, MatchPart.Skills, MatchPart.Causes, MatchPart.Kind], match.Parts.Select(part => part.Part));
        Assert.Equal(Math.Round(match.Parts.Sum(part => part.Contribution), 4), match.Score);
        Assert.InRange(match.Score, 0, 1);
        Assert.Equal(0.30, match.Parts[0].Contribution);
        Assert.Equal(0.10, match.Parts[2].Contribution); // one skill of two
        Assert.Equal(3.4, match.Facts.DistanceKm);
    }

    [Fact]
    public void The_perfect_match_scores_one()
    {
        var here = Facts.Profile() with { Longitude = Facts.Villeurbanne.Longitude, Latitude = Facts.Villeurbanne.Latitude, Skills = ["pédagogie", "écoute"] };
        Assert.Equal(1, Score(here, Facts.Mission())!.Score);
    }

    [Fact]
    public void What_is_beyond_the_radius_is_no_match() =>
        Assert.Null(Score(Facts.Profile() with { RadiusKm = 3 }, Facts.Mission()));

    [Fact]
    public void The_nearest_of_several_addresses_counts() =>
        Assert.Equal("Villeurbanne", Score(Facts.Profile(), Facts.Mission() with { Addresses = [Facts.Marseille, Facts.Villeurbanne] })!.Facts.Address!.Commune);

    [Fact]
    public void Without_a_common_hour_there_is_no_match() =>
        Assert.Null(Score(Facts.Profile() with { Hours = ["mon-9"] }, Facts.Mission()));

    [Fact]
    public void A_rhythm_that_offers_more_hours_than_it_needs_is_met_by_fewer()
    {
        var rhythm = Facts.Mission() with { Hours = ["wed-14", "wed-15", "fri-9", "fri-10"], HoursPerWeek = 2 };
        Assert.Equal(0.30, Contribution(Score(Facts.Profile(), rhythm)!, MatchPart.Hours));
        Assert.Equal(0.15, Contribution(Score(Facts.Profile(), rhythm with { HoursPerWeek = null })!, MatchPart.Hours));
    }

    [Theory]
    [InlineData(RemoteWork.No, true, false)]
    [InlineData(RemoteWork.Possible, true, true)]
    [InlineData(RemoteWork.Full, true, true)]
    [InlineData(RemoteWork.Possible, false, false)]
    [InlineData(RemoteWork.Full, false, false)]
    public void Far_away_only_remote_work_that_both_want_is_a_match(RemoteWork remote, bool volunteerWorksRemotely, bool matches)
    {
        var far = Facts.Mission() with { Remote = remote, Addresses = [Facts.Marseille] };
        var match = Score(Facts.Profile() with { Remote = volunteerWorksRemotely }, far);
        Assert.Equal(matches, match is not null);
        if (matches) { Assert.Null(match!.Facts.DistanceKm); }
    }

    [Fact]
    public void A_volunteer_without_a_place_only_matches_remote_missions()
    {
        var placeless = Facts.Profile() with { Longitude = null, Latitude = null, CommuneCode = null, Remote = true };
        Assert.Null(Score(placeless, Facts.Mission()));
        Assert.NotNull(Score(placeless, Facts.Mission() with { Remote = RemoteWork.Full, Addresses = [] }));
    }

    [Fact]
    public void The_shift_that_suits_best_counts_and_past_ones_do_not()
    {
        // Wednesday 2 December 14:00–16:00 and Monday 30 November 9:00–11:00 in Paris; the volunteer is free on Wednesdays.
        var wednesday = new ShiftFacts(Guid.NewGuid(), new(2026, 12, 2, 13, 0, 0, TimeSpan.Zero), new(2026, 12, 2, 15, 0, 0, TimeSpan.Zero), 2);
        var monday = new ShiftFacts(Guid.NewGuid(), new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero), new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero), 2);
        var dated = Facts.Mission() with { Hours = [], HoursPerWeek = null, Shifts = [monday, wednesday] };
        Assert.Equal(0.30, Contribution(Score(Facts.Profile(), dated)!, MatchPart.Hours));
        Assert.Null(Score(Facts.Profile(), dated, now: wednesday.StartsAt));
    }

    [Fact]
    public void Who_says_nothing_of_hours_skills_causes_and_kinds_is_matched_by_place()
    {
        var silent = Facts.Profile() with { Hours = [], Skills = [], Causes = [], Kinds = [] };
        Assert.Equal([MatchPart.Distance], Score(silent, Facts.Mission())!.Parts.Select(part => part.Part));
    }

    [Fact]
    public void An_hour_that_cannot_be_read_is_skipped() =>
        Assert.NotNull(Score(Facts.Profile() with { Hours = ["someday", "wed-14"] }, Facts.Mission()));

    [Fact]
    public void Equal_scores_are_ordered_by_id_whatever_the_order_they_came_in()
    {
        var volunteer = Volunteer(Facts.Profile());
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        var best = Ranking.Best(ids, _ => Scorer.Score(volunteer, Facts.Mission(), Now), id => id, 7);
        var again = Ranking.Best(ids.AsEnumerable().Reverse(), _ => Scorer.Score(volunteer, Facts.Mission(), Now), id => id, 7);
        Assert.Equal(ids.Order().Take(7), best.Select(ranked => ranked.Of));
        Assert.Equal(best.Select(ranked => ranked.Of), again.Select(ranked => ranked.Of));
    }

    [Fact]
    public void Distances_are_those_of_an_atlas()
    {
        Assert.Equal(392, Distance.Km(2.3522, 48.8566, 4.8357, 45.7640), tolerance: 2); // Paris–Lyon
        Assert.Equal(0, Distance.Km(2.3522, 48.8566, 2.3522, 48.8566));
    }

    [Fact]
    public void A_box_around_a_circle_holds_the_whole_circle()
    {
        foreach (var latitude in (double[])[-21, 0, 42, 51, 80])
        {
            var box = GeoBox.Around(4.8, latitude, 50);
            Assert.True(Distance.Km(4.8, latitude, box.West, latitude) >= 50);
            Assert.True(Distance.Km(4.8, latitude, 4.8, box.North) >= 50);
        }
    }

    private static double Contribution(Match match, MatchPart part) => match.Parts.Single(of => of.Part == part).Contribution;

    private static Match? Score(VolunteerProfileChanged profile, MissionFacts mission, DateTimeOffset? now = null) =>
        Scorer.Score(Volunteer(profile), mission, now ?? Now);

    private static Volunteer Volunteer(VolunteerProfileChanged profile)
    {
        var volunteer = Matching.Domain.Volunteer.Unheard(profile.VolunteerId);
        volunteer.Hear(profile);
        return volunteer;
    }
}
