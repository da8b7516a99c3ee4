using System.Diagnostics;
using Benevolat.Benchmarks.Searching;
using Benevolat.Index.Matching;
using Benevolat.Index.Matching.Asking;

namespace Benevolat.Benchmarks.Matching;

/// <summary>Milliseconds for the whole batch, repeat by repeat.</summary>
/// <param name="Plain">Every volunteer with every row by the plain rule, one thread: measured on every hundredth volunteer.</param>
/// <param name="ByEight">Every row eight at a time, likewise.</param>
internal sealed record BatchResult(int Volunteers, int Missions, IReadOnlyList<double> Plain, IReadOnlyList<double> ByEight, IReadOnlyList<double> One, IReadOnlyList<double> Two, long Hits);

/// <summary>A digest for everybody: the ten best of so many missions for each of so many volunteers.</summary>
internal static class BatchMeasurement
{
    private const int Count = 10, Sample = 100;

    public static BatchResult Run(MatchingOptions options, MatchingCorpus corpus)
    {
        var (volunteers, missions) = options.Batch;
        Progress.Say($"{volunteers:N0} volunteers × {missions:N0} missions");
        var matcher = new MissionMatcher();
        matcher.Build(Enumerable.Range(0, missions).Select(corpus.Mission));
        var (snapshot, ask) = (matcher.Current, new MatchAsk { Now = MatchingCorpus.Now, Count = Count });
        BatchQuestion[] questions = [.. Enumerable.Range(0, volunteers).Select(number => new BatchQuestion(corpus.Volunteer(number, 30), ask))];
        MatchBatch.Best(snapshot, questions, threads: 2);   // until everything is compiled
        BruteForce(snapshot, questions, MatchMeans.Plain);

        List<double> plain = [], byEight = [], one = [], two = [];
        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            plain.Add(BruteForce(snapshot, questions, MatchMeans.Plain));
            one.Add(Milliseconds(() => MatchBatch.Best(snapshot, questions, threads: 1)));
            two.Add(Milliseconds(() => MatchBatch.Best(snapshot, questions, threads: 2)));
            byEight.Add(BruteForce(snapshot, questions, MatchMeans.WithoutGround));
        }

        return new(volunteers, missions, plain, byEight, one, two, MatchBatch.Best(snapshot, questions, threads: 2).Sum(hits => (long)hits.Count));
    }

    private static double BruteForce(MissionMatches missions, BatchQuestion[] questions, MatchMeans means) => Sample * Milliseconds(() =>
    {
        for (var number = 0; number < questions.Length; number += Sample)
        {
            var top = Scratch.Mine.Top;
            top.Start(Count, missions.Layers);
            missions.Question(questions[number].Volunteer, questions[number].Ask with { Means = means }).Scan(missions.Layers, top);
        }
    });

    private static double Milliseconds(Action work)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
