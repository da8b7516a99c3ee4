using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Searching;
using Benevolat.Index.Matching;

namespace Benevolat.Benchmarks.Quality;

/// <summary>How the verb <c>quality</c> runs.</summary>
/// <param name="Seed">Of the first world; the next ones follow. Weights are tuned on other ones, from <see cref="TuningSeed"/> on.</param>
internal sealed record QualityOptions(ulong Seed, int Worlds, bool Tune, string? Communes, string Out)
{
    public const ulong TuningSeed = 1_000;
}

/// <summary>One world: everybody's outcome under every rule.</summary>
internal sealed record WorldResult(World World, IReadOnlyList<Outcome> Outcomes)
{
    public Outcome Ours => Outcomes[0];

    /// <summary>The simple rule that serves volunteers best, conditions or not.</summary>
    public Outcome BestSimple => Outcomes.Skip(2).MaxBy(outcome => outcome.MeanNdcg)!;
}

/// <summary>The verb <c>quality</c>, from the worlds to the report.</summary>
internal static class QualityRun
{
    private const int GoalMissed = 1;

    public static async Task<int> RunAsync(QualityOptions options, CancellationToken stop)
    {
        var communes = Communes.Load(options.Communes);
        if (options.Tune) { return Tuning.Run(communes, options.Worlds); }

        var results = new List<WorldResult>();
        for (var number = 0; number < options.Worlds; number++)
        {
            stop.ThrowIfCancellationRequested();
            var world = new World(options.Seed + (ulong)number, communes);
            Progress.Say($"A region around {world.Centre.Name}");
            var truth = new Truth(world);
            RankingRule[] rules = [RankingRule.Ours(world, MatchWeights.Current), RankingRule.ScoresAlone(world, MatchWeights.Current), .. RankingRule.Simple(world, false), .. RankingRule.Simple(world, true)];
            results.Add(new(world, [.. rules.Select(rule => Outcome.Of(rule, world, truth))]));
        }

        var report = QualityReport.Write(options, communes, results);
        Progress.Say($"Written: {await report.SaveAsync(options.Out, "quality", stop)}");
        Console.Out.WriteLine(report);
        return report.EveryGoalIsMet ? 0 : GoalMissed;
    }
}
