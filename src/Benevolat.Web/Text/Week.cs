using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Web.Text;

/// <summary>
/// The weekly grid of the forms: seven days of three parts each, over the 168 hours that the services know.
/// Hours outside the parts, and part-filled parts, come back unchanged when nobody touched them.
/// </summary>
internal static class Week
{
    public static readonly IReadOnlyList<(string Value, string Label)> Days =
        [("mon", "Lundi"), ("tue", "Mardi"), ("wed", "Mercredi"), ("thu", "Jeudi"), ("fri", "Vendredi"), ("sat", "Samedi"), ("sun", "Dimanche")];

    public static readonly IReadOnlyList<(string Value, string Label, int From, int To)> Parts =
        [("matin", "Matin", 8, 12), ("apres-midi", "Après-midi", 13, 18), ("soir", "Soir", 18, 22)];

    /// <summary>Which boxes are ticked for these hours: <c>wed-matin</c>.</summary>
    public static IReadOnlySet<string> Boxes(IEnumerable<string> hours)
    {
        var set = Set(hours);
        return AllBoxes().Where(box => Hours(box.Day, box.Part).Any(set.Contains)).Select(box => box.Name).ToHashSet();
    }

    /// <summary>The hours that ticked boxes stand for, keeping the finer choices that <paramref name="before"/> held.</summary>
    public static IReadOnlyList<string> Merge(IEnumerable<string> before, IReadOnlySet<string> ticked)
    {
        var known = Set(before);
        var result = new SortedSet<int>(known.Where(hour => !AllBoxes().Any(box => Hours(box.Day, box.Part).Contains(hour))));
        foreach (var box in AllBoxes().Where(box => ticked.Contains(box.Name)))
        {
            var all = Hours(box.Day, box.Part).ToList();
            var finer = all.Where(known.Contains).ToList();
            result.UnionWith(finer.Count > 0 ? finer : all);
        }

        return [.. result.Select(WeekHours.Format)];
    }

    /// <summary>« mercredi après-midi, samedi matin » for people; hours outside the parts as hours.</summary>
    public static IEnumerable<string> Sentences(IEnumerable<string> hours)
    {
        var boxes = Boxes(hours);
        return Days.SelectMany(day => Parts.Where(part => boxes.Contains($"{day.Value}-{part.Value}")).Select(part => $"{day.Label.ToLowerInvariant()} {part.Label.ToLowerInvariant()}"));
    }

    private static IEnumerable<(string Name, int Day, int Part)> AllBoxes() =>
        from day in Enumerable.Range(0, Days.Count)
        from part in Enumerable.Range(0, Parts.Count)
        select ($"{Days[day].Value}-{Parts[part].Value}", day, part);

    private static IEnumerable<int> Hours(int day, int part) => Enumerable.Range(Parts[part].From, Parts[part].To - Parts[part].From).Select(hour => (day * 24) + hour);

    private static HashSet<int> Set(IEnumerable<string> hours) =>
        [.. hours.Select(text => WeekHours.TryParse(text, out var hour) ? hour : -1).Where(hour => hour >= 0)];
}
