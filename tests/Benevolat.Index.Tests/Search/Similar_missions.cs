using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Similar_missions
{
    [Fact]
    public void Share_words_and_are_not_far()
    {
        var both = new Both(
            Mission(1, "Maraude à vélo").In(Lyon), Mission(2, "Maraude à pied").In(Villeurbanne), Mission(3, "Maraude à vélo").In(Paris),
            Mission(4, "Jardin").In(Lyon), Mission(5, "Maraude à vélo").In(Lyon));
        Assert.Equal([5, 2], both.FindSimilar(1).Select(hit => Number(hit.Id)));
    }

    [Fact]
    public void Are_others() => Assert.Empty(new Both(Mission(1, "Maraude").In(Lyon)).FindSimilar(1));

    [Fact]
    public void Of_an_unknown_one_are_none() => Assert.Empty(new Both(Mission(1, "Maraude")).FindSimilar(2));

    [Fact]
    public void Of_one_that_has_gone_are_none()
    {
        var both = new Both(Mission(1, "Maraude").In(Lyon), Mission(2, "Maraude").In(Lyon));
        both.Remove(1);
        Assert.Empty(both.FindSimilar(1));
        both.Put(Mission(1, "Maraude").In(Lyon));
        Assert.Equal([2], both.FindSimilar(1).Select(hit => Number(hit.Id)));
        both.Remove(2);
        Assert.Empty(both.FindSimilar(1));
    }

    [Fact]
    public void Are_measured_from_the_first_address_to_the_nearest_within_fifty_kilometres()
    {
        var both = new Both(
            Mission(1, "Maraude").In(Lyon, Paris), Mission(2, "Maraude").In(Paris, Villeurbanne), Mission(3, "Maraude").In(Paris));
        var hit = Assert.Single(both.FindSimilar(1));
        Assert.Equal((2, 1), (Number(hit.Id), hit.Place));
        Assert.Equal(4.32, hit.DistanceKm!.Value, 0.01);
    }

    [Theory]
    [InlineData(49.9, 1)]
    [InlineData(50.1, 0)]
    public void Lie_within_fifty_kilometres(double km, int found)
    {
        var north = Lyon with { Point = new(Lyon.Point.Latitude + (km / 111.195), Lyon.Point.Longitude) };
        Assert.Equal(found, new Both(Mission(1, "Maraude").In(Lyon), Mission(2, "Maraude").In(north)).FindSimilar(1).Count);
    }

    [Fact]
    public void Of_one_done_from_home_are_done_from_home()
    {
        var both = new Both(
            Mission(1, "Relecture") with { Remote = "full" }, Mission(2, "Relecture") with { Remote = "full" }, Mission(3, "Relecture"),
            Mission(4, "Relecture") with { Remote = "possible" }, Mission(5, "Relecture").In(Lyon),
            Mission(6, "Relecture").In(Lyon) with { Remote = "full" });
        Assert.Equal([6, 2], both.FindSimilar(1).Select(hit => Number(hit.Id)));
        Assert.All(both.FindSimilar(1), hit => Assert.Equal((-1, null), (hit.Place, hit.DistanceKm)));
        Assert.Empty(both.FindSimilar(3)); // has no address and isn't done from home: near to nothing
        Assert.Equal([6], both.FindSimilar(5).Select(hit => Number(hit.Id))); // what is done from home only is not near
    }

    [Fact]
    public void Go_by_words_then_domain_then_nearness()
    {
        var mission = Mission(1, "Maraude à vélo").In(Lyon) with { Domain = "sante" };
        var both = new Both(
            mission, Mission(2, "Maraude à vélo").In(Villeurbanne), Mission(3, "Vélo").In(Lyon) with { Domain = "sante" },
            Mission(4, "Vélo").In(Lyon),
            Mission(5, "Vélo").In(Villeurbanne), Mission(6, "Maraude à vélo").In(Villeurbanne) with { Domain = "sante" });
        Assert.Equal([6, 2, 3, 4, 5], both.FindSimilar(1).Select(hit => Number(hit.Id)));
    }

    [Fact]
    public void Are_told_by_the_words_of_title_and_description_only()
    {
        var both = new Both(
            Mission(1, "Maraude", "Vélo").In(Lyon) with { OrganisationName = "Emmaüs", Activities = ["lecture"] },
            Mission(2, "Lecture").In(Lyon) with { OrganisationName = "Emmaüs" },
            Mission(3, "Autre").In(Lyon) with { OrganisationName = "Les amis du vélo" });
        Assert.Equal([3], both.FindSimilar(1).Select(hit => Number(hit.Id))); // the other may have the word anywhere
    }

    [Fact]
    public void Are_told_by_the_twelve_most_telling_words()
    {
        var words = Enumerable.Range(0, 13).Select(i => $"mot{(char)('a' + i)}mot").ToArray();
        var both = Both.Of(
        [
            Mission(1, string.Join(' ', words)).In(Lyon), Mission(2, words[12]).In(Lyon), Mission(3, words[11]).In(Lyon),
            Mission(4, words[0]).In(Lyon), .. Enumerable.Range(10, 30).Select(i => Mission(i, words[0]).In(Paris)),
        ]);
        Assert.Equal([2, 3], both.FindSimilar(1).Select(hit => Number(hit.Id)).Order()); // the commonest of thirteen is left out
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(2, 2)]
    [InlineData(int.MaxValue, 3)]
    public void Are_as_many_as_asked_for(int limit, int found)
    {
        var both = Both.Of(Enumerable.Range(1, 4).Select(i => Mission(i, "Maraude").In(Lyon)));
        Assert.Equal(Enumerable.Range(0, found).Select(i => 4 - i), both.FindSimilar(1, limit).Select(hit => Number(hit.Id)));
    }
}
