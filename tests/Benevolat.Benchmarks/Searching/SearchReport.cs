using System.Globalization;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Measuring;
using Benevolat.Benchmarks.OverHttp;
using Benevolat.Benchmarks.Reporting;

namespace Benevolat.Benchmarks.Searching;

/// <summary>What the verb <c>search</c> found, for people.</summary>
internal static class SearchReport
{
    public static Report Write(SearchOptions options, Communes communes, IReadOnlyList<SearchResult> results, GatewayResult? overHttp)
    {
        var report = new Report().Heading("Search, measured", 1)
            .Text($"{Machine.Describe()}. Medians of {options.Repeats} repeats of {options.Questions} different searches; seed {options.Seed}; places from {communes.Source}.")
            .Heading("Goals")
            .Goals(SearchGoals.Of(results, overHttp))
            .Text("A fraction such as 1/120 means a hundred and twentieth of the time. “Best PostgreSQL” is the faster of its variants at that percentile, repeat by repeat.");
        foreach (var result in results) { OneSize(report, result); }
        if (results.Count > 1) { Growth(report, results); }
        if (overHttp is not null) { OverHttp(report, overHttp); }
        return Method(report, options);
    }

    private static void OneSize(Report report, SearchResult result)
    {
        report.Heading($"{result.Missions.ToString("N0", CultureInfo.InvariantCulture)} missions")
            .Table(
                ["engine", "asked for", "p50 ms", "p99 ms", "CPU p50 ms", "CPU p99 ms", "memory or files, MB", "bytes a mission", "ready in s", "found, mean", "Δ found, median"],
                result.Contestants.Select(contestant => Row(result, contestant)));
        if (result.Ours() is { } ours && result.Postgres().Any())
        {
            report.Text($"Against the best PostgreSQL: page and facets p50 {Times(result, ours, true, lap => lap.P50)}, p99 {Times(result, ours, true, lap => lap.P99)}; "
                + $"page only p50 {Times(result, result.Ours(false)!, false, lap => lap.P50)}, p99 {Times(result, result.Ours(false)!, false, lap => lap.P99)}; "
                + $"in CPU time, page and facets, {Times(result, ours, true, lap => lap.CpuP50)} and {Times(result, ours, true, lap => lap.CpuP99)}.");
        }

        report.Text($"Question by question, each after all the others have filled the processor's caches, page and facets, p50 and p99 in ms: {string.Join("; ", result.Contestants.Where(contestant => contestant.WithFacets).Select(Cold))}.");
        if (result.Updates is { } updates) { report.List(Lines(result, updates)); }
        report.List(
            $"A change takes, in batches of 25: {string.Join("; ", result.UpdateCosts.Select(cost => $"{cost.Engine} {Number(cost.Milliseconds)} ms"))}.",
            $"Others left {result.Idle:P0} of the processors idle when measuring began.");
    }

    private static IEnumerable<string> Lines(SearchResult result, Under updates)
    {
        var alone = updates.Alone;
        yield return $"While all were asked, {updates.Changes:N0} changes and {updates.Merges} merges went into our index: a batch took {Number(updates.ApplyP50)} ms "
            + $"at the median and {Number(updates.ApplyWorst)} ms at worst; together {updates.CpuShare:P1} of a core, the making of the changes included.";
        yield return $"Our index asked without a pause under the same updates ({alone.Searches:N0} searches): {alone.PerSecond:N0} a second, p50 {Number(alone.P50)}, p99 {Number(alone.P99)}, "
            + $"p99.9 {Number(alone.P999)}, worst {Number(alone.Worst)} ms; CPU of the whole process {Number(alone.Cpu)} ms a search.";
        yield return $"In {result.Understood} searches our index corrected or dropped a word, and so found more than the others.";
    }

    private static string[] Row(SearchResult result, Contestant contestant) =>
    [
        contestant.Engine.Name, contestant.WithFacets ? "page and facets" : "page only",
        Number(Median(contestant, lap => lap.P50)), Number(Median(contestant, lap => lap.P99)), Number(Median(contestant, lap => lap.CpuP50)), Number(Median(contestant, lap => lap.CpuP99)),
        Number(contestant.Footprint.Bytes / 1e6), $"{contestant.Footprint.Bytes / (double)result.Missions:N0}", Number(contestant.Footprint.Build.TotalSeconds),
        Number(contestant.Totals.Average()), Difference(result, contestant),
    ];

    /// <summary>How far the numbers found are from the first engine's, question by question: a check that all do the same work.</summary>
    private static string Difference(SearchResult result, Contestant contestant)
    {
        var first = result.Contestants[0].Totals;
        return contestant.WithFacets ? Percentiles.Median(contestant.Totals.Zip(first, (mine, its) => Math.Abs(mine - its) / Math.Max(1.0, its))).ToString("P1", CultureInfo.InvariantCulture) : "–";
    }

    private static void Growth(Report report, IReadOnlyList<SearchResult> results)
    {
        var engines = results[0].Contestants.Where(contestant => contestant.WithFacets).Select(contestant => contestant.Engine.Name);
        var lines = engines.Select(engine => new Series(engine, [.. results.Select(result =>
            ((double)result.Missions, Median(result.Contestants.First(contestant => contestant.WithFacets && contestant.Engine.Name == engine), lap => lap.P50)))]));
        const string Title = "A search as missions grow: median time, page and facets";
        report.Heading("As missions grow").Picture("search.svg", Title, new Chart(Title, "missions", "milliseconds a search (p50)", [.. lines]).ToSvg());
    }

    private static void OverHttp(Report report, GatewayResult result) => report
        .Heading($"Through the gateway, {result.Missions.ToString("N0", CultureInfo.InvariantCulture)} missions")
        .Table(
            ["behind the gateway", "requests a second", "p50 ms", "p99 ms", "body, bytes", "CPU ms a request"],
            [Side("search (Benevolat.Missions)", result.Search), Side("the same answers, static", result.Static)])
        .Text($"{GatewayMeasurement.Connections} connections in a closed loop, client, gateway and upstream on the same cores, no token, no compression asked for, "
            + "rate limits lifted alike. The static server answers each address with the bytes that search had answered to it.");

    private static string[] Side(string name, IReadOnlyList<OverHttpLap> laps) =>
    [
        name, $"{Percentiles.Median(laps.Select(lap => lap.Load.PerSecond)):N0}", Number(Percentiles.Median(laps.Select(lap => lap.Load.P50))),
        Number(Percentiles.Median(laps.Select(lap => lap.Load.P99))), $"{laps[0].Load.Bytes:N0}",
        string.Join(", ", laps[0].Cpu.Keys.Select(process => $"{process} {Number(Percentiles.Median(laps.Select(lap => lap.Cpu[process])))}")),
    ];

    private static Report Method(Report report, SearchOptions options) => report.Heading("How").List(
        "One set of missions and of searches for all: one to three words of a mission, within 30 km of a commune near it, part of them with domains, kinds or “open to minors”; "
            + "the twenty best, and counts by domain, kind, remote and department over all that fits, each without its own filter. Our index counts activities and audiences too.",
        $"The engines answer in turn, question by question, in this process or (PostgreSQL) on the other end of a prepared statement over loopback, while {options.UpdatesPerSecond} changes a second go into our index and none into the others.",
        "PostgreSQL: one narrow unlogged table in geographic order, word lists kept in their rows, all of it in shared buffers, custom plans, no JIT; page and facets are one statement. "
            + "“Cells” puts a grid's cells into the text index; “geography” leaves words and place to two indexes.",
        "Lucene.Net: one segment, memory-mapped; columns for filters, distance and facets.",
        "CPU is the calling thread's and the PostgreSQL backend's own, search by search: what is left when the waiting for a busy machine is taken out. Memory of our index is the managed heap's growth after a full collection; of the others the size of their files. “Ready” leaves out the making of the missions.");

    private static string Cold(Contestant contestant) =>
        $"{contestant.Engine.Name} {Number(Percentiles.Median(contestant.ColdLaps.Select(lap => lap.P50)))} and {Number(Percentiles.Median(contestant.ColdLaps.Select(lap => lap.P99)))}";

    private static double Median(Contestant contestant, Func<Lap, double> of) => Percentiles.Median(contestant.Laps.Select(of));

    private static string Times(SearchResult result, Contestant ours, bool withFacets, Func<Lap, double> of) =>
        $"1/{1 / Percentiles.Median(SearchGoals.AgainstPostgres(result, ours, withFacets, of)):N0}";

    /// <summary>Three digits that matter.</summary>
    private static string Number(double value) => value.ToString(value >= 100 ? "N0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.0000", CultureInfo.InvariantCulture);
}
