using Benevolat.Index.Geography;
using FsCheck;
using FsCheck.Fluent;

namespace Benevolat.Index.Tests.Geography;

/// <summary>Runs of cells that stand for a circle or a box: whoever lies inside is in one, and who is in a whole one lies inside.</summary>
public sealed class Covers_miss_nothing
{
    private const int MostRanges = 1100;

    /// <summary>Points at the very edge, a little inside and a little outside of it, in every direction, all over the world.</summary>
    [Fact]
    public void Of_a_circle() => Prop.ForAll(Arb.From(Circles), circle =>
    {
        var (centre, km) = circle;
        var cover = Cover.OfCircle(centre, km);
        var (origin, reach) = (UnitVector.Of(centre), UnitVector.SquaredChord(km));
        foreach (var share in new[] { 0, 0.3, 0.9, 0.999, 0.999999, 1, 1.000001, 1.001, 1.1 })
        {
            for (var bearing = 0; bearing < 360; bearing += 15)
            {
                var point = Rounded(From(centre, km * share, bearing));
                Check(cover, point, UnitVector.Of(point).SquaredChord(origin) <= reach, $"{centre} {km:R} km: {point}");
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Of_a_box() => Prop.ForAll(Arb.From(Boxes), box =>
    {
        var cover = Cover.OfBox(box);
        foreach (var longitude in new[] { box.West, box.East, (box.West + box.East) / 2, -180, 180, 0 })
        {
            foreach (var latitude in new[] { box.South, box.North, (box.South + box.North) / 2, -90, 90 })
            {
                foreach (var away in new[] { 0, 0.00002, -0.00002, 0.01, -0.01 })
                {
                    var point = Rounded(new(Math.Clamp(latitude + away, -90, 90), Math.Clamp(longitude - away, -180, 180)));
                    Check(cover, point, box.Contains(point), $"{box}: {point}");
                }
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    /// <summary>Who asks for a line around the world must not keep the server busy.</summary>
    [Theory]
    [InlineData(4, -90, 4, 90)]
    [InlineData(-180, 45, 180, 45)]
    [InlineData(-180, 45, 180, 45.0001)]
    [InlineData(179.9999, -90, -179.9999, 90)]
    public void Of_thin_boxes_are_short(double west, double south, double east, double north) =>
        Assert.InRange(Cover.OfBox(new(west, south, east, north)).Count, 1, MostRanges);

    [Theory]
    [InlineData(90, 0, 0)]
    [InlineData(90, 0, 9)]
    [InlineData(-90, 0, 0.001)]
    [InlineData(89.9999, 10, 0.001)]
    [InlineData(89.95, 10, 9)]
    [InlineData(0, 180, 0.001)]
    [InlineData(45, 4, 20_014)]
    [InlineData(45, 4, 300)]
    public void Of_circles_are_short(double latitude, double longitude, double km) =>
        Assert.InRange(Cover.OfCircle(new(latitude, longitude), km).Count, 1, MostRanges);

    private static Gen<(GeoPoint Centre, double Km)> Circles { get; } =
        from latitude in Gen.Frequency((6, Gen.Choose(-900_000, 900_000)), (1, Gen.Elements(-900_000, 900_000, 899_999, 0)))
        from longitude in Gen.Frequency((6, Gen.Choose(-1_800_000, 1_800_000)), (1, Gen.Elements(-1_800_000, 1_800_000, 1_799_999, 0)))
        from scale in Gen.Choose(-30, 43)
        select (new GeoPoint(latitude / 10_000.0, longitude / 10_000.0), Math.Pow(10, scale / 10.0));

    private static Gen<GeoBox> Boxes { get; } =
        from west in Gen.Frequency((6, Gen.Choose(-1_800_000, 1_800_000)), (1, Gen.Elements(-1_800_000, 1_800_000, 0)))
        from width in Gen.Choose(-2, 64)
        from south in Gen.Frequency((6, Gen.Choose(-900_000, 900_000)), (1, Gen.Elements(-900_000, 900_000, 0)))
        from height in Gen.Choose(-2, 60)
        let east = (west / 10_000.0) + Side(width)
        let north = Math.Min(90, (south / 10_000.0) + Side(height))
        select new GeoBox(west / 10_000.0, south / 10_000.0, east > 180 ? east - 360 : east, north);

    /// <summary>None, or from some metres to the whole way around.</summary>
    private static double Side(int scale) => scale < 0 ? 0 : Math.Pow(10, scale / 10.0) / 10_000;

    private static void Check(List<CellRange> cover, GeoPoint point, bool inside, string about)
    {
        var cell = HilbertCurve.CellOf(point.Latitude, point.Longitude);
        var ranges = cover.Where(range => range.First <= cell && cell <= range.Last).ToList();
        Assert.True(!inside || ranges.Count > 0, $"Missed. {about}");
        Assert.True(inside || ranges.TrueForAll(range => !range.Whole), $"Outside of the shape, in a range that is whole. {about}");
        Assert.True(ranges.Count <= 1, $"In {ranges.Count} ranges: it would be found more than once. {about}");
    }

    /// <summary>As the index keeps them.</summary>
    private static GeoPoint Rounded(GeoPoint point) => new((float)point.Latitude, (float)point.Longitude);

    /// <summary>Where one gets to, so far in this direction.</summary>
    private static GeoPoint From(GeoPoint point, double km, double bearing)
    {
        var (arc, direction) = (km / UnitVector.EarthRadiusKm, double.DegreesToRadians(bearing));
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var latitude = Math.Asin(Math.Clamp((sin * Math.Cos(arc)) + (cos * Math.Sin(arc) * Math.Cos(direction)), -1, 1));
        var east = Math.Atan2(Math.Sin(direction) * Math.Sin(arc) * cos, Math.Cos(arc) - (sin * Math.Sin(latitude)));
        var longitude = double.RadiansToDegrees(double.DegreesToRadians(point.Longitude) + east);
        return new(double.RadiansToDegrees(latitude), longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude);
    }
}
