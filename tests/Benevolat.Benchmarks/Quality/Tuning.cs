using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Searching;
using Benevolat.Index.Matching;

namespace Benevolat.Benchmarks.Quality;

/// <summary>
/// Looks for better weights on worlds that the report never sees: moves a fiftieth from one part to another as long as that helps by more
/// than chance would, and at most halves a part: what the model leaves out (an organisation's need of skills, for one) counts too. The table in use
/// took the first three moves from 1,800 for skills and 500 for feedback, and no more: the next ones gained little, on the model's word alone.
/// </summary>
internal static class Tuning
{
    private const int Step = 200;
    private const double WorthIt = 0.0008;

    public static int Run(Communes communes, int worlds)
    {
        var trained = Enumerable.Range(0, worlds).Select(number => new World(QualityOptions.TuningSeed + (ulong)number, communes)).Select(world => (World: world, Truth: new Truth(world))).ToList();
        var (weights, score) = (MatchWeights.Current, Score(trained, MatchWeights.Current));
        Progress.Say($"{score:0.0000} {weights}");
        foreach (var closeness in (int[])[0, 300, 500, 700, 900, 1_100])
        {
            var outcomes = trained.Select(known => Outcome.Of(RankingRule.Ours(known.World, weights, closeness), known.World, known.Truth)).ToList();
            Progress.Say($"closeness {closeness}: NDCG {outcomes.Average(outcome => outcome.MeanNdcg):0.0000}, Gini {outcomes.Average(outcome => outcome.Gini):0.0000}");
        }

        while (Neighbours(weights).Select(neighbour => (Weights: neighbour, Score: Score(trained, neighbour))).MaxBy(neighbour => neighbour.Score) is var best && best.Score > score + WorthIt)
        {
            (weights, score) = best;
            Progress.Say($"{score:0.0000} {weights}");
        }

        Console.Out.WriteLine(weights);
        return 0;
    }

    private static double Score(List<(World World, Truth Truth)> worlds, MatchWeights weights) =>
        worlds.AsParallel().AsOrdered().Select(known => Outcome.Of(RankingRule.ScoresAlone(known.World, weights), known.World, known.Truth).MeanNdcg).ToList().Average();

    private static IEnumerable<MatchWeights> Neighbours(MatchWeights weights) =>
        from less in Enum.GetValues<MatchPart>()
        from more in Enum.GetValues<MatchPart>()
        where less != more && 2 * (weights.Of(less) - Step) >= MatchWeights.Current.Of(less)
        select With(With(weights, less, -Step), more, Step);

    private static MatchWeights With(MatchWeights weights, MatchPart part, int by) => part switch
    {
        MatchPart.Hours => weights with { Hours = weights.Hours + by },
        MatchPart.Distance => weights with { Distance = weights.Distance + by },
        MatchPart.Skills => weights with { Skills = weights.Skills + by },
        MatchPart.Causes => weights with { Causes = weights.Causes + by },
        MatchPart.Kind => weights with { Kind = weights.Kind + by },
        MatchPart.Pathway => weights with { Pathway = weights.Pathway + by },
        MatchPart.Responsiveness => weights with { Responsiveness = weights.Responsiveness + by },
        _ => weights with { Feedback = weights.Feedback + by },
    };
}
