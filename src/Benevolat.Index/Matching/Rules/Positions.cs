using System.Runtime.CompilerServices;
using Benevolat.Index.Geography;

namespace Benevolat.Index.Matching.Rules;

/// <summary>
/// Points on the unit sphere in eight bytes: three coordinates of 21 bits, so that a point is kept within 6 m. The lower half holds x and the upper
/// bits of z, the upper half y and the lower bits of z. Distances are compared as squared chords in these steps, without trigonometry.
/// </summary>
internal static class Positions
{
    public const int Bits = 21;

    /// <summary>Bits of z in the lower half (as many as x is shifted by) and in the upper one.</summary>
    public const int UpHigh = 11, UpLow = 10;
    public const uint UpHighMask = (1 << UpHigh) - 1, UpLowMask = (1 << UpLow) - 1;
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
        var z = Step(sinLatitude);
        var (low, high) = ((Step(cosLatitude * cosLongitude) << UpHigh) | (z >> UpLow), (Step(cosLatitude * sinLongitude) << UpHigh) | (z & UpLowMask));
        return low | ((ulong)high << 32);
    }

    /// <summary>The cell of a point as it is kept. Always computed from what is kept, so that a merge puts rows where they were.</summary>
    public static uint CellOf(ulong position)
    {
        var (x, y, z) = (Coordinate(X(position)), Coordinate(Y(position)), Coordinate(Z(position)));
        return HilbertCurve.CellOf(double.RadiansToDegrees(Math.Atan2(z, Math.Sqrt((x * x) + (y * y)))), double.RadiansToDegrees(Math.Atan2(y, x)));
    }

    public static int X(ulong position) => (int)((uint)position >> UpHigh);

    public static int Y(ulong position) => (int)(position >> (32 + UpHigh));

    public static int Z(ulong position) => (int)((((uint)position & UpHighMask) << UpLow) | ((uint)(position >> 32) & UpLowMask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SquaredChord(ulong one, ulong other)
    {
        var (x, y, z) = ((float)(X(one) - X(other)), (float)(Y(one) - Y(other)), (float)(Z(one) - Z(other)));
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

    private static double Coordinate(int steps) => (steps / Steps) - 1;

    private static uint Step(double coordinate) => (uint)Math.Clamp(Math.Round((coordinate + 1) * Steps, MidpointRounding.AwayFromZero), 0, (1 << Bits) - 1);
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
