using System.Diagnostics;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Measuring;

/// <summary>
/// The same questions to all contestants, in turns so short that whatever else the machine does meets them all alike. A turn is as long
/// as two batches of updates are apart, so that each turn of our index meets one.
/// </summary>
internal static class Race
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    /// <summary>Turns until each has been asked every question, and for two seconds at least.</summary>
    public static void Run(IReadOnlyList<Contestant> contestants, IReadOnlyList<MissionQuery> questions, int repeats)
    {
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            GC.Collect();
            foreach (var contestant in contestants) { contestant.StartLap(TimeSpan.FromSeconds(2)); }
            for (var open = contestants; open.Count > 0; open = [.. open.Where(contestant => !contestant.IsDone(questions))])
            {
                foreach (var contestant in open)
                {
                    for (var clock = Stopwatch.StartNew(); clock.Elapsed < Turn && !contestant.IsDone(questions);) { contestant.AskNext(questions); }
                }
            }

            foreach (var contestant in contestants) { contestant.EndLap(contestant.Laps); }
        }
    }

    /// <summary>
    /// Question by question, in an order that changes: before each, the others have filled the processor's caches with what they read.
    /// The worst that can happen to a search of microseconds.
    /// </summary>
    public static void RunCold(IReadOnlyList<Contestant> contestants, IReadOnlyList<MissionQuery> questions, int repeats)
    {
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var random = new Randomness(7, repeat);
            foreach (var question in questions)
            {
                foreach (var contestant in contestants.OrderBy(_ => random.Next())) { contestant.Ask(question); }
            }

            foreach (var contestant in contestants) { contestant.EndLap(contestant.ColdLaps); }
        }
    }
}
