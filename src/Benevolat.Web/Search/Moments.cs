using Benevolat.Web.Text;

namespace Benevolat.Web.Search;

/// <summary>The moments of the week as the address says them, <c>mer-apres-midi</c>: seven days of three parts.</summary>
internal static class Moments
{
    private static readonly string[] Days = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];

    /// <summary>All of them in the week's order: value in the address, box of the weekly grid, label.</summary>
    public static readonly IReadOnlyList<(string Value, string Box, string Label)> All =
    [
        .. Days.Zip(Week.Days).SelectMany(day => Week.Parts.Select(part =>
            ($"{day.First}-{part.Value}", $"{day.Second.Value}-{part.Value}", $"{day.Second.Label} {part.Label}".ToLowerInvariant()))),
    ];

    public static bool Knows(string value) => All.Any(moment => moment.Value == value);

    /// <summary>« mercredi après-midi ».</summary>
    public static string Label(string value) => All.First(moment => moment.Value == value).Label;

    /// <summary>The service's hours, <c>wed-13</c>, that these moments stand for.</summary>
    public static IReadOnlyList<string> Hours(IEnumerable<string> moments) =>
        Week.Merge([], All.Where(moment => moments.Contains(moment.Value)).Select(moment => moment.Box).ToHashSet());

    /// <summary>The moments that hold some of these hours.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> hours)
    {
        var boxes = Week.Boxes(hours);
        return [.. All.Where(moment => boxes.Contains(moment.Box)).Select(moment => moment.Value)];
    }

    /// <summary>One day's moments for a row of the form.</summary>
    public static IEnumerable<string> OfDay(int day) => Week.Parts.Select(part => $"{Days[day]}-{part.Value}");
}
