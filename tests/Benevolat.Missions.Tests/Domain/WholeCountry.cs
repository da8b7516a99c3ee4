using System.Text.Json;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Features.Places.Importing;
using Benevolat.Missions.Features.Places.Lookup;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Missions.Tests.Domain;

/// <summary>
/// As many communes as France has: those of the official list where <c>BENEVOLAT_COMMUNES</c> names the file, else made up from the words
/// that their names are made of. With the built-in arrondissements.
/// </summary>
internal static class WholeCountry
{
    private const int Most = 34_864;

    private static readonly string[] Firsts =
        ["Saint-Martin", "Saint-Pierre", "Sainte-Marie", "La Chapelle", "Villers", "Beaumont", "Le Mesnil", "Mont", "Val", "Fontaine", "Château", "L'Île", "Bois", "Neuville"];

    private static readonly string[] Links = ["sur", "sous", "lès", "en", "de", "d'", "le", "la", "aux", "et"];

    private static readonly string[] Syllables =
        ["va", "lo", "mé", "ri", "gne", "bou", "char", "tin", "cour", "œu", "ville", "lan", "dre", "pi", "sau", "mon", "ter", "fa", "ju", "nay"];

    public static IReadOnlyList<CommuneFacts> List { get; } =
        Environment.GetEnvironmentVariable("BENEVOLAT_COMMUNES") is { Length: > 0 } file ? Read(file) : [.. BuiltInTowns, .. MadeUp(Most - BuiltInTowns.Count())];

    private static IEnumerable<CommuneFacts> BuiltInTowns => BuiltInPlaces.All.Where(facts => Communes.CityOf(facts.Code) is null);

    public static PlaceIndex Index() => new([
        .. List.Select(facts => Commune.Of(facts, 2026)),
        .. BuiltInPlaces.All.Where(facts => Communes.CityOf(facts.Code) is not null).Select(facts => Commune.Of(facts, year: null))]);

    private static List<CommuneFacts> Read(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<List<OfficialCommune>>(stream, JsonConventions.Tolerant)!.ConvertAll(commune => commune.ToFacts());
    }

    private static IEnumerable<CommuneFacts> MadeUp(int count)
    {
        var chance = new Random(2026);
        string Pick(string[] words) => words[chance.Next(words.Length)];
        string Word()
        {
            var word = string.Concat(Enumerable.Range(0, chance.Next(2, 5)).Select(_ => Pick(Syllables)));
            return char.ToUpperInvariant(word[0]) + word[1..];
        }

        for (var number = 0; number < count; number++)
        {
            var name = chance.Next(100) switch
            {
                < 55 => Word(),
                < 70 => $"{Pick(Firsts)}-{Word()}",
                < 90 => $"{Word()}-{Pick(Links)}-{Word()}",
                _ => $"{Pick(Firsts)}-{Pick(Links)}-{Word()}",
            };
            var department = (number % 95) + 1;
            // Codes that no built-in town has: theirs end below 700.
            yield return new($"{department:00}{700 + (number / 95)}",
                name, [$"{department:00}{number % 66:00}0"], chance.NextDouble() * 8, 42 + (chance.NextDouble() * 8), (int)Math.Exp(chance.NextDouble() * 9));
        }
    }
}
