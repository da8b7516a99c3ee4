using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Geography;

namespace Benevolat.Benchmarks.Engines.Postgres;

/// <summary>A grid over the globe: cells that a text index can hold as words.</summary>
internal static class CellGrid
{
    /// <summary>Degrees: 22 km from north to south, 13 to 17 in France from west to east. Finer cells make longer questions, coarser ones more to check.</summary>
    public const double Step = 0.2;

    private const int Columns = (int)(360 / Step);

    public static int Of(GeoPoint point) => (Row(point.Latitude) * Columns) + Column(point.Longitude);

    /// <summary>The cells that a circle touches.</summary>
    public static IEnumerable<int> Around(GeoPoint centre, double km)
    {
        var (low, high) = (Distance.Moved(centre, -km, -km), Distance.Moved(centre, km, km));
        for (var row = Row(low.Latitude); row <= Row(high.Latitude); row++)
        {
            for (var column = Column(low.Longitude); column <= Column(high.Longitude); column++)
            {
                var (south, west) = ((row * Step) - 90, (column * Step) - 180);
                var nearest = new GeoPoint(Math.Clamp(centre.Latitude, south, south + Step), Math.Clamp(centre.Longitude, west, west + Step));
                if (Distance.Km(centre, nearest) <= km) { yield return (row * Columns) + column; }
            }
        }
    }

    /// <summary>Rows with near neighbours beside each other: the cells along a Hilbert curve of 2^12 × 2^12.</summary>
    public static long Order(GeoPoint point)
    {
        const int Side = 1 << 12;
        var (x, y) = ((int)((point.Longitude + 180) / 360 * Side), (int)((point.Latitude + 90) / 180 * Side));
        long order = 0;
        for (var half = Side / 2; half > 0; half /= 2)
        {
            var (right, up) = ((x & half) > 0 ? 1 : 0, (y & half) > 0 ? 1 : 0);
            order += (long)half * half * ((3 * right) ^ up);
            if (up == 1) { continue; }
            if (right == 1) { (x, y) = (Side - 1 - x, Side - 1 - y); }
            (x, y) = (y, x);
        }

        return order;
    }

    private static int Row(double latitude) => (int)Math.Floor((latitude + 90) / Step);

    private static int Column(double longitude) => (int)Math.Floor((longitude + 180) / Step);
}
