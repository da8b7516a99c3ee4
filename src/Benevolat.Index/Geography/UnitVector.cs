using System.Runtime.InteropServices;

namespace Benevolat.Index.Geography;

/// <summary>
/// A point on the unit sphere in single precision (within 0.8 m on the ground): what documents keep of their position.
/// Distances are compared as squared chords, three subtractions and no trigonometry; they are great-circle distances
/// all the same, since arc = 2 R asin(chord / 2) grows with the chord.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct UnitVector(float X, float Y, float Z)
{
    /// <summary>Mean radius of the Earth (IUGG), in kilometres.</summary>
    public const double EarthRadiusKm = 6371.0088;

    public static UnitVector Of(GeoPoint point)
    {
        var (latitude, longitude) = (double.DegreesToRadians(point.Latitude), double.DegreesToRadians(point.Longitude));
        var (sinLatitude, cosLatitude) = Math.SinCos(latitude);
        var (sinLongitude, cosLongitude) = Math.SinCos(longitude);
        return new((float)(cosLatitude * cosLongitude), (float)(cosLatitude * sinLongitude), (float)sinLatitude);
    }

    /// <summary>Squared straight-line distance through the unit sphere, 0 to 4.</summary>
    public float SquaredChord(UnitVector other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }

    /// <summary>The great-circle distance that a squared chord stands for.</summary>
    public static double Kilometres(float squaredChord) => 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(squaredChord) / 2));

    /// <summary>The largest squared chord within a great-circle distance; infinite, everything, from half the circumference on.</summary>
    public static float SquaredChord(double kilometres)
    {
        if (!(kilometres >= 0)) { return -1; }   // nobody is within less than nothing, or within NaN
        // Not 4: rounded to single precision, opposite points lie 4.0000005 apart.
        if (kilometres >= Math.PI * EarthRadiusKm) { return float.PositiveInfinity; }

        var half = Math.Sin(kilometres / (2 * EarthRadiusKm));
        return (float)(4 * half * half);
    }
}
