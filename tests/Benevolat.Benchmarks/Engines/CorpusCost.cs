using System.Diagnostics;
using Benevolat.Benchmarks.Corpus;

namespace Benevolat.Benchmarks.Engines;

/// <summary>How long the missions alone take to make, which is no engine's cost: measured on a part and scaled.</summary>
internal static class CorpusCost
{
    private const int Sample = 20_000;

    public static TimeSpan Of(MissionCorpus corpus)
    {
        var clock = Stopwatch.StartNew();
        var made = corpus.Missions().Take(Sample).Count(mission => mission.Title.Length > 0);
        return clock.Elapsed * ((double)corpus.Count / made);
    }
}
