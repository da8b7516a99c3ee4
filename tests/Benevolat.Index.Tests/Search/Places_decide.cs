using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Places_decide
{
    private static readonly MissionQuery NearLyon = Asked() with { Near = Lyon.Point };

    [Fact]
    public void The_radius_is_a_circle_not_a_square()
    {
        // 8 km north and 8 km east of the centre: 11.3 km away, though within 10 km in each direction.
        var corner = Lyon with { Point = new(Lyon.Point.Latitude + 0.0719, Lyon.Point.Longitude + 0.1032) };
        var both = new Both(Mission(1).In(Lyon), Mission(2).In(corner));
        Assert.Equal([1], both.Find(NearLyon with { RadiusKm = 10 }).Numbers());
        Assert.Equal(2, both.Find(NearLyon with { RadiusKm = 12 }).Total);
    }

    [Theory]
    [InlineData(4.31, 1)]
    [InlineData(4.33, 2)]
    [InlineData(391, 2)]
    [InlineData(392, 3)]
    [InlineData(25_000, 4)]
    public void Its_edge_is_where_the_kilometres_say(double radius, int found)
    {
        var both = new Both(Mission(1).In(Lyon), Mission(2).In(Villeurbanne), Mission(3).In(Paris), Mission(4).In(Noumea));
        Assert.Equal(found, both.Find(NearLyon with { RadiusKm = radius }).Total);
    }

    [Fact]
    public void A_radius_of_nothing_finds_what_is_right_there()
    {
        var both = new Both(Mission(1).In(Lyon), Mission(2).In(Villeurbanne));
        Assert.Equal([1], both.Find(NearLyon with { RadiusKm = 0 }).Numbers());
    }

    [Fact]
    public void All_around_the_world_nobody_is_left_out_but_those_who_are_nowhere()
    {
        var places = new[] { new GeoPoint(90, 0), new(-90, 0), new(0, 180), new(0, -180), new(0, 0), new(-45.764, -175.1643) };
        var both = Both.Of(places.Select((point, i) => Mission(i + 1).In(Lyon with { Point = point })).Append(Mission(99)));
        Assert.Equal(places.Length, both.Find(NearLyon with { RadiusKm = 20_100 }).Total);
    }

    [Fact]
    public void A_radius_without_a_centre_is_none()
    {
        var both = new Both(Mission(1).In(Lyon), Mission(2));
        Assert.Equal(2, both.Find(Asked() with { RadiusKm = 1 }).Total);
    }

    [Fact]
    public void Of_several_addresses_the_nearest_is_shown()
    {
        var both = new Both(Mission(1).In(Paris, Villeurbanne, Lyon, Marseille));
        var hit = both.Find(NearLyon with { RadiusKm = 1000 }).Hits.Single();
        Assert.Equal(2, hit.Place);
        Assert.Equal(0, hit.DistanceKm!.Value, 0.001);
        Assert.Equal(3, both.Find(NearLyon with { Near = Marseille.Point }).Hits.Single().Place);
    }

    [Fact]
    public void Without_a_place_to_be_near_to_the_first_that_fits_is_shown()
    {
        var both = new Both(Mission(1).In(Paris, Villeurbanne, Lyon));
        Assert.Equal(0, both.Find(Asked()).Hits.Single().Place);
        Assert.Null(both.Find(Asked()).Hits.Single().DistanceKm);
        Assert.Equal(1, both.Find(Asked() with { Departments = ["69"] }).Hits.Single().Place);
        Assert.Equal(1, both.Find(Asked() with { Box = Around(Lyon.Point, 0.2) }).Hits.Single().Place);
    }

    [Fact]
    public void Of_addresses_as_near_the_first_is_shown()
    {
        var both = new Both(Mission(1).In(Paris, Lyon, Lyon with { Postcode = "69007" }));
        Assert.Equal(1, both.Find(NearLyon).Hits.Single().Place);
    }

    [Fact]
    public void The_nearest_is_shown_among_those_that_fit_only()
    {
        var both = new Both(Mission(1).In(Lyon, Paris, Marseille));
        var hit = both.Find(NearLyon with { Departments = ["75", "13"] }).Hits.Single();
        Assert.Equal(2, hit.Place); // Marseille is nearer to Lyon than Paris
        Assert.Equal(278, hit.DistanceKm!.Value, 2.0);
    }

    [Fact]
    public void A_mission_with_several_addresses_counts_once()
    {
        var both = new Both(Mission(1).In(Lyon, Villeurbanne, Lyon), Mission(2).In(Lyon));
        var hits = both.Find(NearLyon with { RadiusKm = 30 });
        Assert.Equal(2, hits.Total);
        Assert.Equal([new("69", 2)], hits.Facets["department"]);
        Assert.Equal([new("regular", 2)], hits.Facets["kind"]);
    }

    [Fact]
    public void One_address_must_fit_everything()
    {
        var both = new Both(Mission(1).In(Lyon, Paris));
        Assert.Equal(0, both.Find(NearLyon with { RadiusKm = 10, Departments = ["75"] }).Total);
        Assert.Equal(0, both.Find(NearLyon with { RadiusKm = 10, Box = Around(Paris.Point, 0.2) }).Total);
        Assert.Equal(1, both.Find(NearLyon with { RadiusKm = 10, Box = Around(Lyon.Point, 0.2) }).Total);
    }

    [Fact]
    public void What_is_done_from_home_comes_to_every_place_on_request()
    {
        var both = new Both(Mission(1) with { Remote = "full" }, Mission(2) with { Remote = "possible" }, Mission(3), Mission(4).In(Lyon));
        var aroundLyon = NearLyon with { RadiusKm = 10 };
        Assert.Equal([4], both.Find(aroundLyon).Numbers());
        Assert.Equal([1], both.Find(aroundLyon with { Remotes = ["full"] }).Numbers());
        Assert.Equal([1, 4], both.Find(aroundLyon with { Remotes = ["no", "full"] }).Numbers().Order());
        Assert.Equal([1], both.Find(Asked() with { Departments = ["69"], Remotes = ["full"] }).Numbers());
        Assert.Equal([1], both.Find(Asked() with { Box = Around(Lyon.Point, 1), Remotes = ["full"] }).Numbers());
        Assert.Equal(0, both.Find(aroundLyon with { Remotes = ["possible"] }).Total);
    }

    [Fact]
    public void What_is_done_from_home_and_has_an_address_too_is_shown_there_if_it_fits()
    {
        var both = new Both(Mission(1).In(Lyon) with { Remote = "full" });
        var request = NearLyon with { RadiusKm = 10, Remotes = ["full"] };
        Assert.Equal(0, both.Find(request).Hits.Single().Place);
        var elsewhere = both.Find(request with { Near = Paris.Point }).Hits.Single();
        Assert.Equal(-1, elsewhere.Place);
        Assert.Null(elsewhere.DistanceKm);
        Assert.Equal([1], both.Find(NearLyon with { RadiusKm = 10 }).Numbers()); // not asked for, but it is there
        Assert.Equal(0, both.Find(NearLyon with { Near = Paris.Point, RadiusKm = 10 }).Total);
    }

    [Fact]
    public void Without_filters_of_place_those_without_a_place_are_found_too()
    {
        var hits = new Both(Mission(1), Mission(2).In(Paris)).Find(NearLyon with { Sort = MissionSort.Distance });
        Assert.Equal([2, 1], hits.Numbers());
        Assert.Equal(-1, hits.Hits[1].Place);
        Assert.Null(hits.Hits[1].DistanceKm);
        Assert.True(double.IsPositiveInfinity(hits.Hits[1].Key));
    }

    [Fact]
    public void A_circle_goes_over_the_date_line()
    {
        var both = new Both(Mission(1).In(Noumea), Mission(2).In(MataUtu), Mission(3).In(Paris));
        Assert.Equal([1, 2], both.Find(Asked() with { Near = new(-18, 175), RadiusKm = 1500 }).Numbers().Order());
        Assert.Equal([1, 2], both.Find(Asked() with { Near = new(-18, -179), RadiusKm = 1700 }).Numbers().Order());
    }

    [Fact]
    public void A_circle_goes_over_a_pole()
    {
        var both = new Both(
            Mission(1).In(Lyon with { Point = new(89, 0) }), Mission(2).In(Lyon with { Point = new(89, 180) }), Mission(3).In(Paris));
        Assert.Equal([1, 2], both.Find(Asked() with { Near = new(89.5, 90), RadiusKm = 200 }).Numbers().Order());
    }

    [Fact]
    public void A_box_goes_over_the_date_line()
    {
        var both = new Both(
            Mission(1).In(Noumea), Mission(2).In(MataUtu), Mission(3).In(Paris), Mission(4).In(Lyon with { Point = new(-17, 180) }),
            Mission(5).In(Lyon with { Point = new(-17, -180) }));
        Assert.Equal([1, 2, 4, 5], both.Find(Asked() with { Box = new(160, -30, -170, 0) }).Numbers().Order());
        Assert.Equal([1, 4], both.Find(Asked() with { Box = new(160, -30, 180, 0) }).Numbers().Order());
        Assert.Equal([2, 5], both.Find(Asked() with { Box = new(-180, -30, -170, 0) }).Numbers().Order());
    }

    [Fact]
    public void A_box_holds_its_edges_even_the_last_of_the_world()
    {
        var both = new Both(
            Mission(1).In(Lyon with { Point = new(10, 180) }), Mission(2).In(Lyon with { Point = new(90, 20) }),
            Mission(3).In(Lyon with { Point = new(-90, 20) }));
        Assert.Equal([1], both.Find(Asked() with { Box = new(180, 0, 180, 20) }).Numbers());
        Assert.Equal([1], both.Find(Asked() with { Box = new(180, 0, -170, 20) }).Numbers());
        Assert.Equal([2], both.Find(Asked() with { Box = new(-180, 90, 180, 90) }).Numbers());
        Assert.Equal([3], both.Find(Asked() with { Box = new(-180, -90, 180, -90) }).Numbers());
        Assert.Equal(3, both.Find(Asked() with { Box = new(-180, -90, 180, 90) }).Total);
    }

    [Fact]
    public void A_box_holds_the_last_corner_of_the_world()
    {
        var both = new Both(Mission(1).In(Lyon with { Point = new(-90, 180) }), Mission(2).In(Lyon));
        Assert.Equal([1], both.Find(Asked() with { Box = new(179.999, -90, 180, -89.999) }).Numbers());
        Assert.Equal([1], both.Find(Asked() with { Near = new(-90, 180), RadiusKm = 0.001 }).Numbers());
    }

    /// <summary>Maps that can be dragged around the world ask for such.</summary>
    [Fact]
    public void A_box_may_be_larger_than_the_world()
    {
        var both = new Both(Mission(1).In(Paris), Mission(2).In(Noumea), Mission(3).In(Lyon with { Point = new(-89, 0) }), Mission(4));
        Assert.Equal(3, both.Find(Asked() with { Box = new(-400, -120, 400, 120) }).Total);
        Assert.Equal([1, 3], both.Find(Asked() with { Box = new(-400, -120, 100, 120) }).Numbers().Order());
    }

    [Fact]
    public void A_box_upside_down_holds_nothing() =>
        Assert.Equal(0, new Both(Mission(1).In(Lyon)).Find(Asked() with { Box = new(4, 46, 6, 45) }).Total);

    [Fact]
    public void Departments_are_codes_not_numbers()
    {
        var ajaccio = new MissionPlace("Ajaccio", "20000", "2A", new(41.9192, 8.7386));
        var both = new Both(Mission(1).In(ajaccio), Mission(2).In(Noumea), Mission(3).In(Lyon));
        Assert.Equal([1], both.Find(Asked() with { Departments = ["2A"] }).Numbers());
        Assert.Equal([2], both.Find(Asked() with { Departments = ["988", "2a"] }).Numbers());
    }

    [Fact]
    public void A_mission_may_have_hundreds_of_addresses()
    {
        var places = Enumerable.Range(0, 400).Select(i => Lyon with { Point = new(40 + (i / 100.0), 1), Department = $"{i}" }).ToArray();
        var both = new Both(Mission(1).In(places), Mission(2).In(Lyon));
        Assert.Equal(399, both.Find(Asked() with { Near = places[399].Point }).Hits.Single(hit => hit.Id == Id(1)).Place);
        Assert.Equal(300, both.Find(Asked() with { Departments = ["300"] }).Hits.Single().Place);
        Assert.Equal(400, both.Find(Asked()).Facets["department"].Count);
        Assert.Equal(new("69", 2), both.Find(Asked()).Facets["department"][0]);
    }
}
