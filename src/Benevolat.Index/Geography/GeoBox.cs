namespace Benevolat.Index.Geography;

/// <summary>A piece of a map, in degrees. Where <c>West</c> exceeds <c>East</c> it crosses the date line.</summary>
public readonly record struct GeoBox(double West, double South, double East, double North)
{
    /// <summary>Edges belong to the box.</summary>
    public bool Contains(GeoPoint point) =>
        point.Latitude >= South && point.Latitude <= North
        && (West <= East ? point.Longitude >= West && point.Longitude <= East : point.Longitude >= West || point.Longitude <= East);
}
