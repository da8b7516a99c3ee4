using System.Globalization;
using Benevolat.Web.Api;

namespace Benevolat.Web.Tests.Stub;

/// <summary>Points of the map in the service's shape: missions around towns; beyond 500 of them, circles that count them.</summary>
internal static class StubMap
{
    private const int Most = 500;

    private static readonly (string Name, double Longitude, double Latitude, int Missions)[] Towns =
    [
        ("Paris", 2.34, 48.86, 260), ("Lyon", 4.84, 45.75, 140), ("Marseille", 5.38, 43.30, 110), ("Lille", 3.06, 50.63, 70),
        ("Bordeaux", -0.58, 44.84, 70), ("Toulouse", 1.44, 43.6, 70), ("Nantes", -1.55, 47.22, 60), ("Rennes", -1.68, 48.11, 50),
        ("Strasbourg", 7.75, 48.57, 50), ("Grenoble", 5.72, 45.19, 40), ("Brest", -4.49, 48.4, 20), ("Dijon", 5.04, 47.32, 20),
        ("Clermont-Ferrand", 3.08, 45.78, 20), ("Ajaccio", 8.74, 41.93, 8), ("Limoges", 1.26, 45.83, 12),
        ("Saint-Denis", 55.45, -20.89, 20), ("Cayenne", -52.33, 4.92, 6),
    ];

    private static readonly IReadOnlyList<Spot> Spots = [.. Towns.SelectMany(town => Enumerable.Range(0, town.Missions)
        .Select(number => Place(town.Name, town.Longitude, town.Latitude, number)))];

    public static object Answer(StubData data, string bbox, int zoom)
    {
        var box = bbox.Split(',').Select(degrees => double.Parse(degrees, CultureInfo.InvariantCulture)).ToList();
        var inView = Spots.Where(spot => spot.IsWithin(box[0], box[1], box[2], box[3])).ToList();
        return new { type = "FeatureCollection", features = inView.Count > Most ? Clusters(inView, zoom) : Points(inView, data.Missions.Values.First()) };
    }

    private static IEnumerable<object> Clusters(IEnumerable<Spot> spots, int zoom) => spots
        .GroupBy(spot => (Cell(spot.Longitude, zoom), Cell(spot.Latitude, zoom)))
        .Select(cell => Feature(cell.Average(spot => spot.Longitude), cell.Average(spot => spot.Latitude), new { cluster = true, count = cell.Count() }));

    private static IEnumerable<object> Points(IEnumerable<Spot> spots, Mission mission) => spots.Select(spot => Feature(
        spot.Longitude, spot.Latitude, new { id = mission.Id, title = mission.Title, organisation = mission.Organisation!.Name, commune = spot.Commune }));

    private static object Feature(double longitude, double latitude, object properties) =>
        new { type = "Feature", geometry = new { type = "Point", coordinates = new[] { longitude, latitude } }, properties };

    private static double Cell(double degrees, int zoom) => Math.Floor(degrees * Math.Pow(2, zoom) / 120);

    /// <summary>Around the town, every fifth in the very middle as missions that know only their commune.</summary>
    private static Spot Place(string commune, double longitude, double latitude, int number)
    {
        var (angle, far) = (number * 2.4, number % 5 == 0 ? 0 : Math.Sqrt(number) * 0.018);
        return new(commune, Math.Round(longitude + (far * Math.Cos(angle)), 4), Math.Round(latitude + (far * 0.7 * Math.Sin(angle)), 4));
    }

    private sealed record Spot(string Commune, double Longitude, double Latitude)
    {
        public bool IsWithin(double west, double south, double east, double north) =>
            Longitude >= west && Longitude <= east && Latitude >= south && Latitude <= north;
    }
}
