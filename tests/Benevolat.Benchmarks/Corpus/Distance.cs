using Benevolat.Index.Geography;

namespace Benevolat.Benchmarks.Corpus;

/// <summary>Great-circle distances by the haversine formula: written apart from the index's own, so that the two can be compared.</summary>
internal static class Distance
{
    public const double EarthRadiusKm = 6371.0088;

    public static double Km(GeoPoint a, GeoPoint b)
    {
        var latitude = Math.Sin(double.DegreesToRadians(b.Latitude - a.Latitude) / 2);
        var longitude = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        var h = (latitude * latitude) + (Math.Cos(double.DegreesToRadians(a.Latitude)) * Math.Cos(double.DegreesToRadians(b.Latitude)) * longitude * longitude);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>The point so many kilometres to the north and to the east.</summary>
    public static GeoPoint Moved(GeoPoint from, double northKm, double eastKm) => new(
        from.Latitude + (northKm / 111.195),
        from.Longitude + (eastKm / (111.195 * Math.Cos(double.DegreesToRadians(from.Latitude)))));
}
