using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain.Splitting;

/// <summary>
/// Shares a heavy mission out into two to four lighter ones that complete each other: nothing that was asked for is lost, and there is
/// room for at least as many people. The same mission always gives the same parts.
/// </summary>
public static class MissionSplit
{
    public const int FewestParts = 2;
    public const int MostParts = 4;

    private static readonly Rule Complement = new("split.complement",
        "Cette mission en complète d'autres : le reste est partagé entre d'autres bénévoles.",
        "This mission completes others: the rest is shared out among other volunteers.");

    /// <param name="way">How; the best way when null.</param>
    public static SplitProposal Propose(MissionContent content, SplitWay? way = null)
    {
        var ways = Heaviness.Of(content).Ways;
        Rules.NotHeavy.Require(way is null ? ways.Count > 0 : ways.Contains(way.Value));
        var chosen = way ?? ways[0];
        var parts = chosen switch
        {
            SplitWay.Shifts => ByShifts.Share(content),
            SplitWay.Hours => ByHours.Share(content),
            _ => ByTasks.Share(content),
        };
        return new SplitProposal(chosen, ways, [.. parts.Select(part => part with { Content = Complete(part, content) })]);
    }

    /// <summary>Cuts a list into so many neighbouring pieces of about the same weight, none of them empty.</summary>
    internal static List<List<T>> Cut<T>(IReadOnlyList<T> items, int pieces, Func<T, decimal> weight)
    {
        var (cut, total, before) = (new List<List<T>>(), items.Sum(weight), 0m);
        for (var at = 0; at < items.Count; at++)
        {
            // A piece begins where the middle of an item lies beyond its share, or where only as many items are left as pieces must begin.
            var isDue = (before + (weight(items[at]) / 2)) * pieces >= total * cut.Count;
            if (cut.Count == 0 || (cut.Count < pieces && (isDue || items.Count - at <= pieces - cut.Count))) { cut.Add([]); }
            cut[^1].Add(items[at]);
            before += weight(items[at]);
        }

        return cut;
    }

    /// <summary>How many parts of a size, between two and four.</summary>
    internal static int Pieces(decimal amount, decimal size) => (int)Math.Clamp(Math.Ceiling(amount / size), FewestParts, MostParts);

    /// <summary>Divides an amount into shares of tenths that add up to it, or to a little more where a share would vanish.</summary>
    internal static IReadOnlyList<decimal?> Divide(decimal? amount, IReadOnlyList<decimal> weights)
    {
        if (amount is not { } whole) { return [.. weights.Select(_ => (decimal?)null)]; }

        var shares = weights.Select(weight => Math.Max(0.1m, Math.Floor(10 * whole * weight / weights.Sum()) / 10)).ToList();
        shares[^1] = Math.Max(0.1m, shares[^1] + whole - shares.Sum());
        return [.. shares.Select(share => (decimal?)share)];
    }

    private static MissionContent Complete(SplitPart part, MissionContent original)
    {
        var description = $"{original.Description}\n\n{Complement.French}";
        return part.Content with
        {
            Title = Titled(original.Title, part.Label.French),
            Description = description.Length <= MissionContent.LongestDescription ? description : original.Description,
        };
    }

    private static string Titled(string title, string label)
    {
        var ending = $" : {(label.Length <= 60 ? label : $"{label[..59]}…")}";
        var room = MissionContent.LongestTitle - ending.Length;
        return (title.Length <= room ? title : $"{title[..(room - 1)].TrimEnd()}…") + ending;
    }
}

/// <summary>How a mission may be shared out, for its organisation to change and to accept.</summary>
/// <param name="Ways">Every way that makes sense, the best first.</param>
public sealed record SplitProposal(SplitWay Way, IReadOnlyList<SplitWay> Ways, IReadOnlyList<SplitPart> Parts);

/// <summary>One of the lighter missions.</summary>
/// <param name="Label">What sets it apart, in both languages.</param>
/// <param name="Why">What makes it lighter: a sentence in both languages, with its facts.</param>
/// <param name="TakesOver">What it takes over of the whole.</param>
public sealed record SplitPart(MissionContent Content, Rule Label, Rule Why, IReadOnlyDictionary<string, object> Facts, SplitShare TakesOver);

/// <param name="Hours">Hours of the weekly rhythm.</param>
public sealed record SplitShare(
    int Places, IReadOnlyList<ShiftContent> Shifts, IReadOnlyList<string> Hours, decimal? HoursPerWeek, IReadOnlyList<string> Tasks, IReadOnlyList<string> Skills);
