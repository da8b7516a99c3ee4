using System.Runtime.CompilerServices;
using Benevolat.Index.Geography;

namespace Benevolat.Index.Matching.Rules;

/// <summary>
/// Points on the unit sphere in eight bytes: three coordinates of 21 bits, so that a point is kept within 6 m. Distances are compared as
/// squared chords in these steps, three subtractions and no trigonometry.
/// </summary>
internal static class Positions
{
    public const int Bits = 21;
    public const ulong Mask = (1UL << Bits) - 1;
    public const ulong Nowhere = 0;   // a corner of the cube, far from the sphere

    /// <summary>Steps in the radius of the Earth.</summary>
    private const double Steps = 1 << (Bits - 1);

    /// <summary>What rounding may move two points by, together, and more.</summary>
    public const double MarginKm = 0.02;

    public static ulong Of(GeoPoint point)
    {
        var (latitude, longitude) = (double.DegreesToRadians(point.Latitude), double.DegreesToRadians(point.Longitude));
        var (sinLatitude, cosLatitude) = Math.SinCos(latitude);
        var (sinLongitude, cosLongitude) = Math.SinCos(longitude);
        return Step(cosLatitude * cosLongitude) | (Step(cosLatitude * sinLongitude) << Bits) | (Step(sinLatitude) << (2 * Bits));
    }

    /// <summary>The cell of a point as it is kept. Always computed from what is kept, so that a merge puts rows where they were.</summary>
    public static uint CellOf(ulong position)
    {
        var (x, y, z) = (Coordinate(position), Coordinate(position >> Bits), Coordinate(position >> (2 * Bits)));
        return HilbertCurve.CellOf(double.RadiansToDegrees(Math.Atan2(z, Math.Sqrt((x * x) + (y * y)))), double.RadiansToDegrees(Math.Atan2(y, x)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SquaredChord(ulong one, ulong other)
    {
        var x = (float)((int)(one & Mask) - (int)(other & Mask));
        var y = (float)((int)((one >> Bits) & Mask) - (int)((other >> Bits) & Mask));
        var z = (float)((int)(one >> (2 * Bits)) - (int)(other >> (2 * Bits)));
        return (x * x) + (y * y) + (z * z);
    }

    public static double Kilometres(float squaredChord) => UnitVector.Kilometres((float)(squaredChord / (Steps * Steps)));

    /// <summary>The chord of a great-circle distance in steps; infinite, everything, from half the circumference on; −1, nothing, for none.</summary>
    public static double Chord(double kilometres) => UnitVector.SquaredChord(kilometres) switch
    {
        < 0 => -1,
        float.PositiveInfinity => double.PositiveInfinity,
        _ => 2 * Steps * Math.Sin(kilometres / (2 * UnitVector.EarthRadiusKm)),
    };

    private static double Coordinate(ulong bits) => ((bits & Mask) / Steps) - 1;

    private static ulong Step(double coordinate) => (ulong)Math.Clamp(Math.Round((coordinate + 1) * Steps, MidpointRounding.AwayFromZero), 0, Mask);
}

/// <summary>How far somebody travels, ready to be compared with squared chords.</summary>
/// <param name="Limit">The largest squared chord within reach.</param>
/// <param name="Inverse">One over the chord at which nearness ends.</param>
/// <param name="NearLimit">The largest squared chord of a near miss.</param>
internal readonly record struct Reach(float Limit, float Inverse, float NearLimit)
{
    private const double ShortestKm = 1;
    public const double NearMissFactor = 3;

    public static Reach Of(double kilometres) =>
        new(Squared(kilometres), (float)(1 / Math.Min(2 << (Positions.Bits - 1), Positions.Chord(Math.Max(ShortestKm, kilometres)))), Squared(NearMissFactor * kilometres));

    private static float Squared(double kilometres) => Positions.Chord(kilometres) is >= 0 and var chord ? (float)(chord * chord) : -1;
}
