using System.Globalization;

namespace Benevolat.Missions.Features.Places;

/// <summary>The built-in towns of France, most populous first. Small enough to read through for every question.</summary>
public sealed class Gazetteer
{
    private readonly List<Town> _towns;
    private readonly Dictionary<string, Place> _byCode;

    public Gazetteer()
    {
        _towns = [.. Read().OrderByDescending(town => town.Place.Population).ThenBy(town => town.Place.Code, StringComparer.Ordinal)];
        _byCode = _towns.ToDictionary(town => town.Place.Code, town => town.Place);
    }

    public Place? Find(string communeCode) => _byCode.GetValueOrDefault(communeCode);

    /// <summary>Towns whose name has words that begin like those of the question, or whose postcode begins so.</summary>
    public IReadOnlyList<Place> Search(string question, int most)
    {
        var words = PlaceName.Words(question);
        return words.Length == 0 ? [] : [.. _towns.Where(town => town.Fits(words)).Take(most).Select(town => town.Place)];
    }

    private static IEnumerable<Town> Read()
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("communes.csv")!;
        using var lines = new StreamReader(stream);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            var cells = line.Split(';');
            yield return new Town(new Place(
                cells[0], cells[1], cells[2].Split('|'), cells[3], [Number(cells[4]), Number(cells[5])], int.Parse(cells[6], CultureInfo.InvariantCulture)));
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Town(Place place)
    {
        private readonly string[] _words = PlaceName.Words(place.Name);

        public Place Place { get; } = place;

        public bool Fits(string[] question) => Array.TrueForAll(question, asked =>
            Array.Exists(_words, word => word.StartsWith(asked, StringComparison.Ordinal))
            || (char.IsAsciiDigit(asked[0]) && Place.Postcodes.Any(code => code.StartsWith(asked, StringComparison.Ordinal))));
    }
}

/// <summary>A commune.</summary>
/// <param name="Code">INSEE code.</param>
/// <param name="Coordinates">[longitude, latitude] of its centre.</param>
public sealed record Place(string Code, string Name, IReadOnlyList<string> Postcodes, string Department, IReadOnlyList<double> Coordinates, int Population);
