using Benevolat.Benchmarks.Measuring;
using Benevolat.Benchmarks.OverHttp;
using Benevolat.Benchmarks.Reporting;

namespace Benevolat.Benchmarks.Searching;

/// <summary>What the architecture asks of search, as ratios.</summary>
internal static class SearchGoals
{
    private const double P50 = 1.0 / 50, P99 = 1.0 / 100, OverHttp = 0.65, BytesPerMission = 600;

    public static IEnumerable<Ratio> Of(IReadOnlyList<SearchResult> results, GatewayResult? overHttp)
    {
        var largest = results is [.., var last] ? last : null;
        if (largest?.Ours() is { } ours)
        {
            foreach (var ratio in Kernel(largest, ours)) { yield return ratio; }
            foreach (var ratio in Growth(results)) { yield return ratio; }
            yield return Ratio.NotMore("bytes a mission", BytesPerMission, (double)ours.Footprint.Bytes / largest.Missions);
        }

        if (overHttp is not null)
        {
            yield return Ratio.NotLess("search ÷ static JSON of the same size, requests a second through the gateway", OverHttp,
                overHttp.Search.Zip(overHttp.Static, (search, fixedAnswer) => search.Load.PerSecond / fixedAnswer.Load.PerSecond));
        }
    }

    /// <summary>The best PostgreSQL of each repeat, which may be one variant at the median and another at the tail.</summary>
    public static IEnumerable<double> AgainstPostgres(SearchResult result, Contestant ours, bool withFacets, Func<Lap, double> of) =>
        ours.Laps.Select((lap, repeat) => of(lap) / result.Postgres(withFacets).Min(engine => of(engine.Laps[repeat])));

    private static IEnumerable<Ratio> Kernel(SearchResult result, Contestant ours)
    {
        if (!result.Postgres().Any()) { yield break; }
        yield return Ratio.NotMore($"our p50 ÷ best PostgreSQL's p50, page and facets, {result.Missions:N0} missions", P50, AgainstPostgres(result, ours, true, lap => lap.P50));
        yield return Ratio.NotMore($"our p99 ÷ best PostgreSQL's p99, page and facets, {result.Missions:N0} missions", P99, AgainstPostgres(result, ours, true, lap => lap.P99));
    }

    /// <summary>Time must grow less than tenfold where missions grow tenfold.</summary>
    private static IEnumerable<Ratio> Growth(IReadOnlyList<SearchResult> results)
    {
        foreach (var (few, many) in results.Zip(results.Skip(1)))
        {
            var missions = (double)many.Missions / few.Missions;
            foreach (var (name, of) in ((string, Func<Lap, double>)[])[("p50", lap => lap.P50), ("p99", lap => lap.P99)])
            {
                yield return Ratio.NotMore(
                    $"growth of our {name} ÷ growth of missions, {few.Missions:N0} → {many.Missions:N0}", 1,
                    many.Ours()!.Laps.Zip(few.Ours()!.Laps, (after, before) => of(after) / of(before) / missions));
            }
        }
    }
}
