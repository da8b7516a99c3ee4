namespace Benevolat.Matching.Domain;

/// <summary>A bounding box in degrees: narrows a search in the database before exact distances are computed.</summary>
public sealed record GeoBox(double West, double South, double East, double North)
{
    /// <summary>Kilometres of one degree of latitude, a little low so that the box is a little large.</summary>
    public const double KmPerDegree = 110.5;

    /// <summary>The box around some points, or null when there are none.</summary>
    public static GeoBox? Of(IEnumerable<(double Longitude, double Latitude)> points)
    {
        var all = points.ToList();
        return all.Count == 0 ? null : new(
            all.Min(point => point.Longitude), all.Min(point => point.Latitude), all.Max(point => point.Longitude), all.Max(point => point.Latitude));
    }

    /// <summary>The box that holds a circle.</summary>
    public static GeoBox Around(double longitude, double latitude, double radiusKm)
    {
        var high = radiusKm / KmPerDegree;
        var wide = high / Math.Max(0.01, Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Abs(latitude) + high))));
        return new(longitude - wide, latitude - high, longitude + wide, latitude + high);
    }
}

/// <summary>Distances on the sphere (haversine): within 0.6 % of the ellipsoid, which is less than a commune's centre is off.</summary>
public static class Distance
{
    private const double EarthRadiusKm = 6371.0088;

    public static double Km(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        var dLat = double.DegreesToRadians(latitude2 - latitude1);
        var dLon = double.DegreesToRadians(longitude2 - longitude1);
        var a = Math.Pow(Math.Sin(dLat / 2), 2)
            + (Math.Cos(double.DegreesToRadians(latitude1)) * Math.Cos(double.DegreesToRadians(latitude2)) * Math.Pow(Math.Sin(dLon / 2), 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
