using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Benevolat.Index.Geography;

namespace Benevolat.Benchmarks.Corpus;

/// <summary>The communes of France, drawn by population.</summary>
internal sealed class Communes
{
    private readonly AliasTable _byPopulation;

    private Communes(IReadOnlyList<Commune> all, string source)
    {
        (All, Source) = (all, source);
        _byPopulation = new AliasTable([.. all.Select(commune => (double)commune.Population)]);
    }

    public IReadOnlyList<Commune> All { get; }

    /// <summary>Where the list comes from, for the report.</summary>
    public string Source { get; }

    /// <summary>The official list (the answer of geo.api.gouv.fr/communes) where a file is given, else the 300 towns that Missions has built in.</summary>
    public static Communes Load(string? file) => file is null ? BuiltIn() : Official(file);

    public Commune Draw(Randomness random) => All[_byPopulation.Draw(random)];

    /// <summary>One of those within the distance, by population.</summary>
    public Commune DrawNear(Randomness random, GeoPoint point, double km)
    {
        var near = All.Where(commune => Distance.Km(point, commune.Centre) <= km).ToList();
        return near.Count == 0 ? All.MinBy(commune => Distance.Km(point, commune.Centre))!
            : near[new AliasTable([.. near.Select(commune => (double)commune.Population)]).Draw(random)];
    }

    private static Communes Official(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var all = document.RootElement.EnumerateArray().Select(Read).Where(commune => commune.Population > 0).ToList();
        return new(all, $"the {all.Count:N0} communes of the official list");

        static Commune Read(JsonElement commune)
        {
            var centre = commune.GetProperty("centre").GetProperty("coordinates");
            return new(
                commune.GetProperty("nom").GetString()!, commune.GetProperty("codeDepartement").GetString()!,
                [.. commune.GetProperty("codesPostaux").EnumerateArray().Select(code => code.GetString()!)],
                new GeoPoint(centre[1].GetDouble(), centre[0].GetDouble()),
                commune.TryGetProperty("population", out var population) ? population.GetInt32() : 0);
        }
    }

    private static Communes BuiltIn()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("communes.csv")!;
        using var reader = new StreamReader(stream);
        var all = new List<Commune>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            // code;name;postcodes;department;longitude;latitude;population
            var cells = line.Split(';');
            all.Add(new(cells[1], cells[3], cells[2].Split('|'), new GeoPoint(Number(cells[5]), Number(cells[4])), (int)Number(cells[6])));
        }

        return new(all, $"the {all.Count} towns built into Missions");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
