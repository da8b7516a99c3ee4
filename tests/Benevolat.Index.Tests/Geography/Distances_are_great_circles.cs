using Benevolat.Index.Geography;
using FsCheck;
using FsCheck.Fluent;

namespace Benevolat.Index.Tests.Geography;

public sealed class Distances_are_great_circles
{
    private static readonly GeoPoint Paris = new(48.8566, 2.3522);
    private static readonly GeoPoint Lyon = new(45.7640, 4.8357);

    [Theory]
    [InlineData(48.8566, 2.3522, 45.7640, 4.8357, 391.5)] // Paris – Lyon
    [InlineData(48.8566, 2.3522, 43.2965, 5.3698, 660.5)] // Paris – Marseille
    [InlineData(50.6292, 3.0573, 42.6887, 2.8948, 883.0)] // Lille – Perpignan
    [InlineData(48.3904, -4.4861, 48.5734, 7.7521, 901.3)] // Brest – Strasbourg
    [InlineData(43.7102, 7.2620, 41.9192, 8.7386, 232.7)] // Nice – Ajaccio
    [InlineData(48.8566, 2.3522, -20.8821, 55.4507, 9365.0)] // Paris – Saint-Denis de La Réunion
    [InlineData(48.8566, 2.3522, 14.6161, -61.0588, 6854.2)] // Paris – Fort-de-France
    [InlineData(-22.2758, 166.4580, -13.2825, -176.1736, 2090.6)] // Nouméa – Mata-Utu, over the date line
    public void Between_towns(double latitude, double longitude, double otherLatitude, double otherLongitude, double km) =>
        Assert.Equal(km, Km(new(latitude, longitude), new(otherLatitude, otherLongitude)), 0.5);

    [Fact]
    public void To_itself_it_is_nothing_at_all() => Assert.Equal(0, Km(Lyon, Lyon));

    [Fact]
    public void There_and_back_is_the_same() => Assert.Equal(Km(Paris, Lyon), Km(Lyon, Paris));

    [Fact]
    public void East_and_west_of_the_date_line_are_one_place() => Assert.Equal(0, Km(new(-16.8, 180), new(-16.8, -180)), 0.001);

    [Fact]
    public void At_a_pole_the_longitude_is_nothing() => Assert.Equal(0, Km(new(90, 0), new(90, 123)), 0.001);

    [Fact]
    public void The_farthest_is_half_around_the_world() => Assert.Equal(20015.1, Km(new(0, 0), new(0, 180)), 0.1);

    /// <summary>Single precision is worth 0.8 m: measured against the haversine formula in double precision, all over France.</summary>
    [Fact]
    public void In_France_they_are_right_within_two_metres() => Prop.ForAll(
        Arb.From(Points(41, 51, -5, 10)), Arb.From(Points(41, 51, -5, 10)),
        (one, other) => Assert.Equal(Haversine(one, other), Km(one, other), 0.002)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_distance_is_within_itself_and_not_within_a_metre_less() => Prop.ForAll(
        Arb.From(Points(41, 51, -5, 10)), Arb.From(Points(41, 51, -5, 10)),
        (one, other) =>
        {
            var chord = UnitVector.Of(one).SquaredChord(UnitVector.Of(other));
            var km = UnitVector.Kilometres(chord);
            Assert.True(chord <= UnitVector.SquaredChord(km + 0.001));
            Assert.True(km < 0.01 || chord > UnitVector.SquaredChord(km - 0.001));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_half_around_the_world_on_everything_is_within() => Prop.ForAll(
        Arb.From(Points(-90, 90, -180, 180)),
        point =>
        {
            var antipode = new GeoPoint(-point.Latitude, point.Longitude > 0 ? point.Longitude - 180 : point.Longitude + 180);
            var chord = UnitVector.Of(point).SquaredChord(UnitVector.Of(antipode));
            Assert.True(chord <= UnitVector.SquaredChord(20_016), $"{chord:R} is not within 20,016 km.");
            Assert.True(chord <= UnitVector.SquaredChord(double.PositiveInfinity), $"{chord:R} is not within everything.");
        }).QuickCheckThrowOnFailure();

    private static Gen<GeoPoint> Points(int south, int north, int west, int east) =>
        from latitude in Gen.Choose(south * 10_000, north * 10_000)
        from longitude in Gen.Choose(west * 10_000, east * 10_000)
        select new GeoPoint(latitude / 10_000.0, longitude / 10_000.0);

    private static double Km(GeoPoint one, GeoPoint other) => UnitVector.Kilometres(UnitVector.Of(one).SquaredChord(UnitVector.Of(other)));

    private static double Haversine(GeoPoint one, GeoPoint other)
    {
        var (north, east) = (
            double.DegreesToRadians(other.Latitude - one.Latitude), double.DegreesToRadians(other.Longitude - one.Longitude));
        var cosines = Math.Cos(double.DegreesToRadians(one.Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude));
        var a = Math.Pow(Math.Sin(north / 2), 2) + (cosines * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * UnitVector.EarthRadiusKm * Math.Asin(Math.Sqrt(a));
    }
}
