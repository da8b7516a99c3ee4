using System.Globalization;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Places;

/// <summary>
/// What is known without any import: the largest towns, some small ones, and the arrondissements of Paris, Lyon and Marseille.
/// </summary>
public static class BuiltInPlaces
{
    private static readonly Lazy<IReadOnlyList<CommuneFacts>> Everything =
        new(() => [.. Read("communes.csv"), .. Read("arrondissements.csv")]);

    public static IReadOnlyList<CommuneFacts> All => Everything.Value;

    private static IEnumerable<CommuneFacts> Read(string resource)
    {
        using var stream = typeof(BuiltInPlaces).Assembly.GetManifestResourceStream(resource)!;
        using var lines = new StreamReader(stream);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            var cells = line.Split(';');
            yield return new CommuneFacts(
                cells[0], cells[1], cells[2].Split('|'), Number(cells[4]), Number(cells[5]),
                int.Parse(cells[6], CultureInfo.InvariantCulture));
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
