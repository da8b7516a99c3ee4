using System.Globalization;

namespace Benevolat.Web.Search;

/// <summary>A place on the globe in degrees, written <c>45.758,4.835</c>: latitude first, as the service's <c>near</c> has it.</summary>
public sealed record GeoPoint(double Latitude, double Longitude)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");

    /// <summary>Null for anything that is no place on the globe.</summary>
    public static GeoPoint? Parse(string? text) =>
        Degrees.Parse(text) is [var latitude, var longitude] && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new(latitude, longitude)
            : null;

    /// <summary>From coordinates as GeoJSON has them: longitude, latitude.</summary>
    public static GeoPoint? Of(IReadOnlyList<double>? coordinates) =>
        coordinates is [var longitude, var latitude] ? new(latitude, longitude) : null;
}

/// <summary>A part of the map in degrees, written <c>west,south,east,north</c>, as GeoJSON and the service have it.</summary>
public sealed record GeoBox(double West, double South, double East, double North)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{West},{South},{East},{North}");

    public static GeoBox? Parse(string? text) =>
        Degrees.Parse(text) is [var west, var south, var east, var north]
        && west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90
            ? new(west, south, east, north)
            : null;
}

file static class Degrees
{
    private const int LongestPart = 25;
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Numbers between commas; nothing where one of them is none.</summary>
    public static double[] Parse(string? text)
    {
        if (text is null) { return []; }

        var parts = text.Split(',', 5);
        var numbers = new double[parts.Length];
        for (var at = 0; at < parts.Length; at++)
        {
            var isNumber = double.TryParse(parts[at], Style, CultureInfo.InvariantCulture, out numbers[at]);
            if (!isNumber || parts[at].Length > LongestPart) { return []; }
        }

        return numbers;
    }
}
