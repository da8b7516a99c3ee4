using Benevolat.ServiceDefaults.Rules;
using Week = Benevolat.Contracts.Vocabulary.WeekHours;

namespace Benevolat.Missions.Domain.Splitting;

/// <summary>The weekly rhythm shared out, whole days if there are enough; without a rhythm, the number of hours.</summary>
internal static class ByHours
{
    /// <summary>What most people can give in a week.</summary>
    private const decimal Light = 4;

    private static readonly Rule Why = new("split.by-hours",
        "{hours} par semaine au lieu de {allHours} : c'est ce que la plupart des gens peuvent donner.",
        "{hours} a week instead of {allHours}: that is what most people can give.");

    public static IEnumerable<SplitPart> Share(MissionContent content)
    {
        var asked = Heaviness.HoursPerWeek(content);
        var (pieces, rhythm) = (MissionSplit.Pieces(asked, Light), content.Hours.Select(HourOf).Distinct().Order().ToList());
        var parts = rhythm.Count < pieces ? Enumerable.Repeat(rhythm, pieces).ToList() : Cut(rhythm, pieces);
        var weights = parts.ConvertAll(part => Math.Max(1m, part.Count));
        var (shares, written) = (MissionSplit.Divide(asked, weights), MissionSplit.Divide(content.HoursPerWeek, weights));
        return parts.Select((part, number) =>
        {
            IReadOnlyList<string> hours = [.. part.Select(Week.Format)];
            return new SplitPart(
                content with { Hours = hours, HoursPerWeek = written[number] },
                rhythm.Count < pieces ? Labels.Number(number, pieces) : Labels.Week(part, parts),
                Why, new Dictionary<string, object> { ["hours"] = Labels.Hours(shares[number]!.Value), ["allHours"] = Labels.Hours(asked) },
                new SplitShare(content.Places, content.Shifts, hours, written[number], content.Tasks, content.Skills));
        });
    }

    /// <summary>Stretches of hours stay whole when there are enough of them.</summary>
    private static List<List<int>> Cut(List<int> rhythm, int pieces)
    {
        var stretches = new List<List<int>>();
        foreach (var hour in rhythm)
        {
            if (stretches.Count > 0 && stretches[^1][^1] + 1 == hour && hour % 24 != 0) { stretches[^1].Add(hour); }
            else { stretches.Add([hour]); }
        }

        if (stretches.Count < pieces) { stretches = rhythm.ConvertAll<List<int>>(hour => [hour]); }
        return MissionSplit.Cut(stretches, pieces, stretch => stretch.Count).ConvertAll<List<int>>(part => [.. part.SelectMany(stretch => stretch)]);
    }

    private static int HourOf(string text) => Week.TryParse(text, out var hour) ? hour : throw Rules.Hours.Broken();
}
