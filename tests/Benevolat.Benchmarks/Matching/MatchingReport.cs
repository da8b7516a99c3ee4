using System.Globalization;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Measuring;
using Benevolat.Benchmarks.Reporting;

namespace Benevolat.Benchmarks.Matching;

/// <summary>What the verb <c>matching</c> found, for people.</summary>
internal static class MatchingReport
{
    public static Report Write(MatchingOptions options, Communes communes, IReadOnlyList<MatchingResult> results, BatchResult batch)
    {
        var report = new Report().Heading("Matching, measured", 1)
            .Text($"{Machine.Describe()}. Medians of {options.Repeats} repeats; {options.Volunteers} different volunteers; seed {options.Seed}; places from {communes.Source}.")
            .Heading("Goals").Goals(MatchingGoals.Of(results, batch));
        foreach (var result in results) { OneSize(report, result); }
        report.Heading("A digest for everybody")
            .Table(["the ten best for each", "ms", "µs a volunteer", "pairs a second"],
                [Row(batch, "every pair by the plain rule, one thread", batch.Plain), Row(batch, "every row eight at a time, one thread", batch.ByEight), Row(batch, "batch, one thread", batch.One), Row(batch, "batch, two threads", batch.Two)])
            .Text($"{batch.Volunteers:N0} volunteers × {batch.Missions:N0} missions, 30 km, {batch.Hits:N0} hits. Brute force is measured on every hundredth volunteer.");
        const string Title = "A volunteer as missions grow: median time";
        string[] charted = [results[0].Scan.Name, results[0].Everything.Name, results[0].Filter.Name, results[0].Ground.Name];
        var lines = charted.Select(name => new Series(name, [.. results.Select(result => ((double)result.Missions, result.Ways.First(way => way.Name == name).P50()))]));
        report.Heading("As missions grow").Picture("matching.svg", Title, new Chart(Title, "missions", "milliseconds a volunteer (p50)", [.. lines]).ToSvg());
        return report.Heading("How").List(
            "One thread. All ways answer in turns for the same volunteers, the fifty best each; the property tests hold them against a plain reference, ties included.",
            "“The columns read” sums up every byte of the columns that rows are judged by, 256 bits at a time, four sums at once. “Every column” asks for volunteers who would travel anywhere.",
            "Ground, filter and every column are the search itself, without the fifty explanations; the line below them has those too.",
            "Bytes are all arrays of the index: columns, ids, organisations, skills and cells.");
    }

    private static void OneSize(Report report, MatchingResult result) => report
        .Heading($"{result.Missions.ToString("N0", CultureInfo.InvariantCulture)} missions")
        .Table(["", "p50 ms", "mean ms", "p99 ms", "ns a mission", "× reading"], result.Ways.Select(way => Row(result, way)))
        .Text($"{result.Rows:N0} rows; {result.Bytes / (double)result.Missions:0.0} bytes a mission, of which {result.Scanned / (double)result.Missions:0.0} are judged by; "
            + $"read at {result.Scanned / result.Scan.P50() / 1e6:0.0} GB/s; built in {result.Build.TotalSeconds:0.0} s, the making of the missions included; others left {result.Idle:P0} of the processors idle.");

    private static string[] Row(MatchingResult result, Way way)
    {
        var repeats = Enumerable.Range(0, way.Laps.Count).ToList();
        var p50 = way.P50();
        return
        [
            way.Name, Number(p50), Number(Percentiles.Median(repeats.Select(way.Mean))), Number(Percentiles.Median(repeats.Select(way.P99))),
            Number(p50 * 1e6 / result.Missions), Number(Percentiles.Median(repeats.Select(repeat => way.P50(repeat) / result.Scan.P50(repeat)))),
        ];
    }

    private static string[] Row(BatchResult batch, string name, IReadOnlyList<double> laps)
    {
        var median = Percentiles.Median(laps);
        return [name, Number(median), Number(1000 * median / batch.Volunteers), $"{1000.0 * batch.Volunteers * batch.Missions / median:0.0e0}"];
    }

    private static string Number(double value) => value.ToString(value >= 100 ? "N0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.0000", CultureInfo.InvariantCulture);
}
