using Benevolat.Benchmarks.Reporting;

namespace Benevolat.Benchmarks.Matching;

/// <summary>What the architecture asks of matching, as ratios.</summary>
internal static class MatchingGoals
{
    private const double Everything = 1.7, Filter = 0.2, Ground = 0.03, Pruned = 20, Threads = 1.8, BytesPerMission = 100;

    public static IEnumerable<Ratio> Of(IReadOnlyList<MatchingResult> results, BatchResult batch)
    {
        var largest = results[^1];
        var repeats = Enumerable.Range(0, largest.Scan.Laps.Count).ToList();
        var size = $"{largest.Missions:N0} missions";
        yield return Ratio.NotMore($"every column ÷ reading the same bytes, {size}", Everything, repeats.Select(repeat => largest.Everything.P50(repeat) / largest.Scan.P50(repeat)));
        yield return Ratio.NotMore($"30 km, distance first ÷ reading the same bytes, {size}", Filter, repeats.Select(repeat => largest.Filter.P50(repeat) / largest.Scan.P50(repeat)));
        yield return Ratio.NotMore($"30 km, ground first ÷ reading the same bytes, {size}", Ground, repeats.Select(repeat => largest.Ground.P50(repeat) / largest.Scan.P50(repeat)));
        yield return Ratio.NotLess($"brute force ÷ batch, {batch.Volunteers:N0} volunteers × {batch.Missions:N0} missions", Pruned, batch.Plain.Zip(batch.One, (plain, one) => plain / one));
        yield return Ratio.NotLess("batch on one thread ÷ on two", Threads, batch.One.Zip(batch.Two, (one, two) => one / two));
        yield return Ratio.NotMore("bytes a mission", BytesPerMission, (double)largest.Bytes / largest.Missions);
        foreach (var (few, many) in results.Zip(results.Skip(1)))
        {
            foreach (var (name, of) in ((string, Func<MatchingResult, Way>)[])[("every column", result => result.Everything), ("ground first", result => result.Ground)])
            {
                yield return Ratio.NotMore(
                    $"growth of {name} ÷ growth of missions, {few.Missions:N0} → {many.Missions:N0}", 1,
                    repeats.Select(repeat => of(many).P50(repeat) / of(few).P50(repeat) / ((double)many.Missions / few.Missions)));
            }
        }
    }
}
