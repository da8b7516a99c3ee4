namespace Benevolat.Matching.Domain;

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
