namespace Benevolat.Matching.Domain;

/// <summary>How an organisation answers, over its last applications that had the time to be answered.</summary>
/// <param name="Answered">How many got a human answer, in time or late.</param>
/// <param name="Asked">How many count, <see cref="MostCounted"/> at most.</param>
/// <param name="MedianAnswerHours">Half of the answers came within so many hours; null without any.</param>
public sealed record Responsiveness(int Answered, int Asked, double? MedianAnswerHours)
{
    public const int MostCounted = 30;

    /// <summary>With fewer than this many, an organisation is new and not judged.</summary>
    public const int FewestToJudge = 3;

    public static readonly Responsiveness None = new(0, 0, null);

    public bool IsNew => Asked < FewestToJudge;

    /// <summary>The share answered; null while the organisation is new.</summary>
    public double? Rate => IsNew ? null : (double)Answered / Asked;

    /// <summary>
    /// What matching makes of it, 0 to 1: the rate, less when answers come late. A median within a day costs nothing, one of a week
    /// a quarter, one of a fortnight or more a half. Null while the organisation is new.
    /// </summary>
    public double? Value => Rate is { } rate ? rate * (1 - (0.5 * Math.Clamp(((MedianAnswerHours ?? 0) - 24) / (13 * 24), 0, 1))) : null;

    /// <param name="last">The last applications that were answered or whose time was over; an answer is null where none came.</param>
    public static Responsiveness Of(IReadOnlyList<(DateTimeOffset Submitted, DateTimeOffset? Answered)> last)
    {
        ArgumentNullException.ThrowIfNull(last);
        var hours = last.Where(one => one.Answered is not null).Select(one => (one.Answered!.Value - one.Submitted).TotalHours).Order().ToList();
        return new(hours.Count, last.Count, hours.Count == 0 ? null : Math.Round(Median(hours), 1));
    }

    private static double Median(List<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
