namespace Benevolat.Index.Matching;

/// <summary>
/// The order in which matches are shown: theirs, except that no organisation floods the list and all get their chance.
/// <list type="bullet">
/// <item>Of one organisation at most two are among the first ten, as long as others are left.</item>
/// <item>The first <see cref="Untouched"/> are the best there are. Each place behind them goes to the organisation that was shown least so far, among those whose next mission is at most
/// <see cref="Closeness"/> worse than the best that is left: as good as equal.</item>
/// <item>The 4th and the 8th place of each ten are kept for organisations that were shown less than <see cref="FewExposures"/> times, the best of their
/// missions first, as long as it is at most <see cref="Allowance"/> worse than the best that is left.</item>
/// </list>
/// So nothing is shown before something more than <see cref="Allowance"/> better, unless that is a third one of its organisation. The
/// same candidates and exposures give the same order.
/// </summary>
public static class FairRanking
{
    public const int PageLength = 10;
    public const int MostOfOneOrganisation = 2;
    public const int Untouched = 2;
    public const int Closeness = 650;
    public const int Allowance = 800;
    public const int FewExposures = 50;

    /// <param name="candidates">More than are shown: three times as many give all rules room.</param>
    /// <param name="exposures">How often missions of each organisation were shown; none when absent.</param>
    public static IReadOnlyList<MatchHit> Rank(IReadOnlyList<MatchHit> candidates, IReadOnlyDictionary<Guid, long> exposures, int count)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(exposures);
        return Rank(candidates, exposures, count, Closeness);
    }

    /// <summary>With another closeness: to see what it changes.</summary>
    internal static IReadOnlyList<MatchHit> Rank(IReadOnlyList<MatchHit> candidates, IReadOnlyDictionary<Guid, long> exposures, int count, int closeness)
    {
        var left = candidates.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, MatchIdOrder.Instance).ToList();
        var (shown, ranked) = (new Dictionary<Guid, int>(), new List<MatchHit>());
        while (ranked.Count < count && left.Count > 0)
        {
            var next = Next(left, ranked.Count, shown, exposures, closeness);
            ranked.Add(next);
            left.Remove(next);
            shown[next.OrganisationId] = shown.GetValueOrDefault(next.OrganisationId) + 1;
        }

        return ranked;
    }

    /// <summary>Places from 0; the 4th and the 8th of ten.</summary>
    private static bool IsKeptForNew(int place) => place % PageLength is 3 or 7;

    private static MatchHit Next(List<MatchHit> left, int place, Dictionary<Guid, int> shown, IReadOnlyDictionary<Guid, long> exposures, int closeness)
    {
        var eligible = place >= PageLength ? left : [.. left.Where(hit => shown.GetValueOrDefault(hit.OrganisationId) < MostOfOneOrganisation)];
        if (eligible.Count == 0) { eligible = left; }

        var best = eligible[0].Score;
        if (IsKeptForNew(place)
            && eligible.Find(hit => hit.Score >= best - Allowance && exposures.GetValueOrDefault(hit.OrganisationId) < FewExposures) is { } young)
        {
            return young;
        }

        return eligible.TakeWhile(hit => hit.Score >= best - (place < Untouched ? 0 : closeness))
            .MinBy(hit => exposures.GetValueOrDefault(hit.OrganisationId) + shown.GetValueOrDefault(hit.OrganisationId))!;   // the first of equals
    }
}

/// <summary>Ids as PostgreSQL orders them: by their bytes.</summary>
internal sealed class MatchIdOrder : IComparer<Guid>
{
    public static readonly MatchIdOrder Instance = new();

    public int Compare(Guid x, Guid y) => Search.Segments.MissionIds.ToNumber(x).CompareTo(Search.Segments.MissionIds.ToNumber(y));
}
