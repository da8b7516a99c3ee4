using Benevolat.Index.Search;
using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class The_order_is_total
{
    [Theory]
    [InlineData(MissionSort.Relevance)]
    [InlineData(MissionSort.Distance)]
    [InlineData(MissionSort.Date)]
    [InlineData(MissionSort.Newest)]
    public void Ties_go_to_the_higher_id_in_the_order_of_its_letters(MissionSort sort)
    {
        // As text and in PostgreSQL these ascend; by .NET's bytes, by the last bytes or as signed numbers they would not.
        string[] ascending =
        [
            "00000000-0000-0000-0000-0000000000ff", "00000000-0000-0000-0000-00000000ff00", "00000000-0000-0000-ff00-000000000000",
            "00000000-0000-00ff-0000-000000000000", "00000000-0000-ff00-0000-000000000000", "000000ff-0000-0000-0000-000000000000",
            "0000ff00-0000-0000-0000-000000000000", "7fffffff-0000-0000-0000-000000000000", "80000000-0000-0000-0000-000000000000",
            "ff000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        ];
        var both = Both.Of(ascending.Select(id => Plain with { Id = Guid.Parse(id), Places = [Lyon], StartsOn = Today }));
        var hits = both.Find(Asked() with { Sort = sort, Near = Lyon.Point });
        Assert.Equal(ascending.Reverse(), hits.Hits.Select(hit => hit.Id.ToString()));
        Assert.Single(hits.Hits.Select(hit => hit.Key).Distinct());
    }

    [Fact]
    public void By_distance_the_nearest_first_and_the_placeless_last()
    {
        var both = new Both(Mission(1).In(Paris), Mission(2).In(Villeurbanne, Marseille), Mission(3), Mission(4).In(Lyon));
        var hits = both.Find(Asked() with { Near = Lyon.Point, Sort = MissionSort.Distance });
        Assert.Equal([4, 2, 1, 3], hits.Numbers());
        Assert.Equal([0.0, 4.3, 391.5], hits.Hits.Take(3).Select(hit => Math.Round(hit.DistanceKm!.Value, 1)));
    }

    [Fact]
    public void By_distance_from_nowhere_all_are_alike() =>
        Assert.Equal(
            [3, 2, 1],
            new Both(Mission(1).In(Paris), Mission(2), Mission(3).In(Lyon)).Find(Asked() with { Sort = MissionSort.Distance }).Numbers());

    [Fact]
    public void By_date_the_first_to_start_first_and_those_without_a_date_last()
    {
        var both = new Both(
            Mission(1) with { StartsOn = Today.AddDays(3) }, Mission(2), Mission(3) with { StartsOn = Today.AddDays(-400) },
            Mission(4) with { StartsOn = Today });
        Assert.Equal([3, 4, 1, 2], both.Find(Asked() with { Sort = MissionSort.Date }).Numbers());
    }

    [Fact]
    public void By_newness_to_the_microsecond_whatever_the_time_zone()
    {
        var noon = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
        var both = new Both(
            Mission(1) with { PublishedAt = noon },
            Mission(2) with { PublishedAt = noon.AddMicroseconds(1) },
            Mission(3) with { PublishedAt = new(2026, 11, 1, 23, 0, 0, TimeSpan.FromHours(11)) }, // an hour... which is noon of UTC
            Mission(4) with { PublishedAt = noon.AddTicks(9) }); // less than a microsecond
        Assert.Equal([2, 4, 3, 1], both.Find(Asked() with { Sort = MissionSort.Newest }).Numbers());
    }

    [Fact]
    public void By_relevance_words_weigh_more_than_nearness()
    {
        var both = new Both(
            Mission(1, "Jardin", "avec une maraude").In(Lyon), Mission(2, "Maraude", "Maraude").In(Paris), Mission(3, "Jardin").In(Lyon),
            Mission(4, "Autre"), Mission(5, "Chose"));
        Assert.Equal([2, 1], both.Find(Asked("maraude") with { Near = Lyon.Point }).Numbers());
    }

    [Fact]
    public void By_relevance_the_nearer_of_two_that_say_the_same_goes_first() =>
        Assert.Equal([1, 2], new Both(Mission(1, "Maraude").In(Villeurbanne), Mission(2, "Maraude").In(Paris))
            .Find(Asked("maraude") with { Near = Lyon.Point }).Numbers());

    [Fact]
    public void By_relevance_the_newer_goes_first()
    {
        var both = new Both(Mission(1) with { PublishedAt = Plain.PublishedAt.AddDays(1) }, Mission(2));
        Assert.Equal([1, 2], both.Find(Asked()).Numbers());
    }

    [Fact]
    public void A_new_day_begins_at_midnight_in_Paris()
    {
        var midnight = new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero); // 1 December, 00:00 in Paris
        var both = new Both(
            Mission(1) with { PublishedAt = midnight }, Mission(2) with { PublishedAt = midnight.AddSeconds(-1) },
            Mission(3) with { PublishedAt = midnight.AddDays(2) });
        var keys = both.Find(Asked()).Hits.ToDictionary(hit => Number(hit.Id), hit => hit.Key);
        Assert.Equal(-0.125, keys[1], 0.000001); // 0.1 × 1 + 0.05 × 0.5
        Assert.Equal(-(0.1 * Math.Pow(2, -1 / 30.0)) - 0.025, keys[2], 0.000001);
        Assert.Equal(keys[1], keys[3]); // what is to come is new
    }

    [Fact]
    public void By_relevance_who_answers_goes_first_and_who_is_too_new_to_tell_in_the_middle()
    {
        var both = new Both(
            Mission(1) with { AnswerRate = 0.4 }, Mission(2), Mission(3) with { AnswerRate = 1 }, Mission(4) with { AnswerRate = 0 },
            Mission(5) with { AnswerRate = 0.6 });
        Assert.Equal([3, 5, 2, 1, 4], both.Find(Asked()).Numbers());
    }

    [Fact]
    public void The_formula_is_the_one_that_is_published()
    {
        var mission = Mission(1).In(Villeurbanne) with { AnswerRate = 1, PublishedAt = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero) };
        var hit = new Both(mission).Find(Asked() with { Near = Lyon.Point }).Hits.Single();
        Assert.Equal(-((0.15 / (1 + (hit.DistanceKm!.Value / 10))) + (0.10 / 2) + 0.05), hit.Key, 0.00001); // thirty days old
    }

    [Fact]
    public void A_page_begins_strictly_behind_the_last_hit()
    {
        var both = Both.Of(Enumerable.Range(1, 5).Select(i => Mission(i)));
        var key = both.Find(Asked()).Hits[0].Key;
        Assert.Equal([2, 1], both.Find(Asked() with { After = new(key, Id(3)) }).Numbers());
        Assert.Equal([5, 4, 3, 2, 1], both.Find(Asked() with { After = new(Math.BitDecrement(key), Id(0)) }).Numbers());
        Assert.Empty(both.Find(Asked() with { After = new(Math.BitIncrement(key), Id(int.MaxValue)) }).Hits);
        Assert.Equal(5, both.Find(Asked() with { After = new(Math.BitIncrement(key), Id(int.MaxValue)) }).Total);
    }

    [Fact]
    public void A_page_may_begin_among_those_without_a_key()
    {
        var both = Both.Of(Enumerable.Range(1, 4).Select(i => Mission(i)));
        Assert.Equal([2, 1], both.Find(Asked() with { Sort = MissionSort.Date, After = new(double.PositiveInfinity, Id(3)) }).Numbers());
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(-7, 0, true)]
    [InlineData(2, 2, true)]
    [InlineData(3, 3, false)]
    [InlineData(int.MaxValue, 3, false)]
    public void A_page_holds_as_many_as_asked_for(int limit, int held, bool more)
    {
        var hits = new Both(Mission(1), Mission(2), Mission(3)).Find(Asked() with { Limit = limit });
        Assert.Equal(held, hits.Hits.Count);
        Assert.Equal(more, hits.More);
        Assert.Equal(3, hits.Total);
    }

    [Fact]
    public void A_hit_brings_the_revision_it_was_found_at()
    {
        var both = new Both(Mission(1) with { Revision = 5_000_000_000 });
        Assert.Equal(5_000_000_000, both.Find(Asked()).Hits.Single().Revision);
        both.Put(Mission(1) with { Revision = 5_000_000_001 });
        Assert.Equal(5_000_000_001, both.Find(Asked()).Hits.Single().Revision);
    }
}
