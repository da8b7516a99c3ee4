using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Searching;

namespace Benevolat.Benchmarks.Matching;

/// <summary>The verb <c>matching</c>, from the corpus to the report.</summary>
internal static class MatchingRun
{
    private const int GoalMissed = 1;

    public static async Task<int> RunAsync(MatchingOptions options, CancellationToken stop)
    {
        var communes = Communes.Load(options.Communes);
        var corpus = new MatchingCorpus(options.Seed, communes);
        var batch = BatchMeasurement.Run(options, corpus);
        var results = new List<MatchingResult>();
        foreach (var size in options.Sizes) { results.Add(await MatchingMeasurement.RunAsync(options, corpus, size, stop)); }

        var report = MatchingReport.Write(options, communes, results, batch);
        Progress.Say($"Written: {await report.SaveAsync(options.Out, "matching", stop)}");
        Console.Out.WriteLine(report);
        return report.EveryGoalIsMet ? 0 : GoalMissed;
    }
}
