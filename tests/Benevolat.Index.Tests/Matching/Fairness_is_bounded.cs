using Benevolat.Index.Matching;
using FsCheck.Xunit;
using static Benevolat.Index.Tests.Matching.Cases;

namespace Benevolat.Index.Tests.Matching;

public sealed class Fairness_is_bounded
{
    private static readonly Dictionary<Guid, long> Nobody = [];

    private static MatchHit Hit(int id, int organisation, int score) =>
        new(Id(id), Id(organisation), score, [], new MatchFacts(null, null, null, WeekMask.Empty, 0, [], [], []));

    [Fact]
    public void No_organisation_has_more_than_two_of_the_first_ten()
    {
        var hits = Enumerable.Range(1, 12).Select(number => Hit(number, 100, 9_000 - number)).Concat(Enumerable.Range(20, 10).Select(number => Hit(number, number, 5_000 - number))).ToList();
        var ranked = FairRanking.Rank(hits, Nobody, 20);
        Assert.Equal(2, ranked.Take(10).Count(hit => hit.OrganisationId == Id(100)));
        Assert.Equal(20, ranked.Count);
    }

    [Fact]
    public void When_nobody_else_is_left_it_may_have_them_all()
    {
        var ranked = FairRanking.Rank([.. Enumerable.Range(1, 5).Select(number => Hit(number, 100, 9_000 - number))], Nobody, 10);
        Assert.Equal(Enumerable.Range(1, 5).Select(Id), ranked.Select(hit => hit.Id));
    }

    [Fact]
    public void As_good_as_equal_the_less_shown_comes_first()
    {
        var exposures = new Dictionary<Guid, long> { [Id(100)] = 500, [Id(101)] = 100 };
        MatchHit[] first = [Hit(8, 108, 9_900), Hit(9, 109, 9_800)];
        Assert.Equal(Id(2), FairRanking.Rank([.. first, Hit(1, 100, 8_000), Hit(2, 101, 8_000 - FairRanking.Closeness)], exposures, 4)[2].Id);
        Assert.Equal(Id(1), FairRanking.Rank([.. first, Hit(1, 100, 8_000), Hit(2, 101, 7_999 - FairRanking.Closeness)], exposures, 4)[2].Id);
    }

    [Fact]
    public void The_first_two_are_the_best_there_are()
    {
        var exposures = new Dictionary<Guid, long> { [Id(100)] = 500, [Id(101)] = 400 };
        var ranked = FairRanking.Rank([Hit(3, 102, 7_990), Hit(1, 100, 8_000), Hit(2, 101, 7_995)], exposures, 3);
        Assert.Equal([Id(1), Id(2), Id(3)], ranked.Select(hit => hit.Id));
    }

    [Fact]
    public void The_fourth_place_is_for_somebody_new_who_is_not_much_worse()
    {
        var exposures = Enumerable.Range(100, 10).ToDictionary(Id, _ => 500L);
        List<MatchHit> hits = [.. Enumerable.Range(0, 6).Select(number => Hit(number, 100 + number, 8_000)), Hit(50, 200, 8_000 - FairRanking.Allowance)];
        Assert.Equal(Id(50), FairRanking.Rank(hits, exposures, 6)[3].Id);
        hits[^1] = Hit(50, 200, 7_999 - FairRanking.Allowance);
        Assert.DoesNotContain(FairRanking.Rank(hits, exposures, 6), hit => hit.Id == Id(50));
    }

    [Property(MaxTest = 300)]
    public void Nothing_much_better_stands_behind_unless_it_is_a_third(int seed)
    {
        var random = new Random(seed);
        var hits = Enumerable.Range(0, random.Next(60)).Select(number => Hit(number, 100 + random.Next(12), random.Next(6_000, 8_000))).ToList();
        var exposures = Enumerable.Range(100, 12).ToDictionary(Id, _ => random.NextInt64(200));
        var ranked = FairRanking.Rank(hits, exposures, hits.Count);
        Assert.Equal(hits.Select(hit => hit.Id).Order(), ranked.Select(hit => hit.Id).Order());
        Assert.Equal(ranked, FairRanking.Rank([.. hits.OrderBy(_ => random.Next())], exposures, hits.Count));
        for (var place = 0; place < ranked.Count; place++)
        {
            var full = place >= FairRanking.PageLength ? [] : ranked.Take(place).CountBy(hit => hit.OrganisationId).Where(count => count.Value >= FairRanking.MostOfOneOrganisation).Select(count => count.Key).ToHashSet();
            var others = ranked.Skip(place).Where(hit => !full.Contains(hit.OrganisationId)).ToList();
            if (others.Count > 0) { Assert.True(ranked[place].Score >= others.Max(hit => hit.Score) - FairRanking.Allowance); }
        }
    }

    [Fact]
    public void Gini_is_nought_when_all_have_the_same_and_grows_with_what_one_has()
    {
        Assert.Equal(0, Gini.Of([3, 3, 3]), 1e-12);
        Assert.Equal(2.0 / 3, Gini.Of([0, 0, 9]), 1e-12);
        Assert.Equal(0.25, Gini.Of([1, 3]), 1e-12);
        Assert.Equal(0, Gini.Of([]));
    }
}
