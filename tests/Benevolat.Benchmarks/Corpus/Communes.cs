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
        // Into objects, not a JsonDocument: that would leave megabytes in pools, which later shrink and falsify the memory of an index.
        var entries = JsonSerializer.Deserialize<Entry[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!;
        var all = entries.Where(entry => entry.Population > 0)
            .Select(entry => new Commune(
                entry.Nom, entry.CodeDepartement, entry.CodesPostaux, new GeoPoint(entry.Centre.Coordinates[1], entry.Centre.Coordinates[0]), entry.Population))
            .ToList();
        return new(all, $"the {all.Count:N0} communes of the official list");
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

    /// <summary>As geo.api.gouv.fr writes it.</summary>
    private sealed record Entry(string Nom, string CodeDepartement, string[] CodesPostaux, int Population, Centre Centre);

    private sealed record Centre(double[] Coordinates);
}
