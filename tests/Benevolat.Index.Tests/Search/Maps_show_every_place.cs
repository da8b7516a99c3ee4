using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Maps_show_every_place
{
    [Fact]
    public void Of_every_mission_that_fits()
    {
        var both = new Both(
            Mission(1, "Maraude").In(Lyon, Paris), Mission(2, "Maraude").In(Lyon), Mission(3, "Jardin").In(Lyon), Mission(4, "Maraude"));
        var map = both.Map(Asked("maraude"));
        Assert.Equal([(1, 0), (1, 1), (2, 0)], map.Points.Select(point => (Number(point.Id), point.Place)).Order());
        Assert.Equal(3, map.Total); // one that is nowhere fits too
    }

    [Fact]
    public void But_only_where_it_fits()
    {
        var both = new Both(Mission(1).In(Lyon, Paris, Villeurbanne) with { Remote = "full" });
        Assert.Equal([0, 2], both.Map(Asked() with { Departments = ["69"] }).Points.Select(point => point.Place).Order());
        Assert.Equal(
            [1], both.Map(Asked() with { Near = Paris.Point, RadiusKm = 10, Remotes = ["full"] }).Points.Select(point => point.Place));
        var nowhere = both.Map(Asked() with { Near = Marseille.Point, RadiusKm = 10, Remotes = ["full"] });
        Assert.Empty(nowhere.Points);
        Assert.Equal(1, nowhere.Total);
    }

    [Fact]
    public void All_of_it_not_the_page()
    {
        var both = Both.Of(Enumerable.Range(1, 30).Select(i => Mission(i).In(Lyon)));
        Assert.Equal(30, both.Map(Asked() with { Limit = 5, After = new(0, Id(3)) }).Points.Count);
    }

    [Fact]
    public void Of_what_has_most_words_when_nothing_has_all()
    {
        var both = new Both(Mission(1, "Maraude à vélo").In(Lyon), Mission(2, "Maraude").In(Lyon));
        Assert.Equal([1], both.Map(Asked("maraude égyptologie vélo")).Points.Select(point => Number(point.Id)));
        // The only one that has all is nowhere on the map: no reason to drop words.
        both.Put(Mission(3, "Maraude en égyptologie à vélo"));
        Assert.Equal((0, 1), (both.Map(Asked("maraude égyptologie vélo")).Points.Count, both.Map(Asked("maraude égyptologie vélo")).Total));
    }

    [Fact]
    public void Together_where_there_are_too_many()
    {
        var both = Both.Of(Enumerable.Range(1, 10).Select(i => Mission(i).In(i <= 6 ? Lyon : i <= 9 ? Paris : Noumea)));
        var map = both.Engine.Current.Map(Asked(), zoom: 5, most: 9);
        Assert.Equal([6, 3], map.Clusters.Select(cluster => cluster.Count).OrderDescending());
        Assert.Equal([10], map.Points.Select(point => Number(point.Id))); // alone
        Assert.Equal(10, map.Total);
        var lyon = map.Clusters.Single(cluster => cluster.Count == 6);
        Assert.Equal((Lyon.Point.Latitude, Lyon.Point.Longitude), (lyon.Latitude, lyon.Longitude), Near);
    }

    [Fact]
    public void The_closer_one_looks_the_less_together()
    {
        var both = new Both(Mission(1).In(Lyon), Mission(2).In(Villeurbanne), Mission(3).In(Paris));
        var engine = both.Engine.Current;
        Assert.Equal(3, Assert.Single(engine.Map(Asked(), zoom: 0, most: 1).Clusters).Count);
        Assert.Equal(2, Assert.Single(engine.Map(Asked(), zoom: 6, most: 1).Clusters).Count);
        Assert.Empty(engine.Map(Asked(), zoom: 14, most: 1).Clusters);
    }

    [Fact]
    public void As_many_as_there_may_be_are_not_too_many()
    {
        var both = Both.Of(Enumerable.Range(1, 5).Select(i => Mission(i).In(Lyon)));
        Assert.Equal(5, both.Engine.Current.Map(Asked(), zoom: 5, most: 5).Points.Count);
        Assert.Empty(both.Engine.Current.Map(Asked(), zoom: 5, most: 4).Points);
    }

    [Fact]
    public void At_the_poles_and_on_the_date_line_too()
    {
        var places = new[] { (90.0, 0.0), (-90, 0), (0, 180), (0, -180), (85.06, 179.999), (-86, -10) };
        var both = Both.Of(places.Select((place, i) => Mission(i + 1).In(Lyon with { Point = new(place.Item1, place.Item2) })));
        Assert.Equal(6, both.Map(Asked()).Points.Count);
    }

    private static bool Near((double, double) one, (double, double) other) =>
        Math.Abs(one.Item1 - other.Item1) < 0.001 && Math.Abs(one.Item2 - other.Item2) < 0.001;
}
