using System.Diagnostics;
using Benevolat.Benchmarks.Engines;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Measuring;

/// <summary>An engine alone, asked without a pause for as long as it takes to meet many updates.</summary>
/// <param name="Worst">The slowest search, in milliseconds.</param>
/// <param name="Cpu">Of the whole process for a search in milliseconds, updates and collections of garbage included.</param>
internal sealed record BackToBack(int Searches, double PerSecond, double P50, double P99, double P999, double Worst, double Cpu)
{
    public static BackToBack Run(ISearchEngine engine, IReadOnlyList<MissionQuery> questions, TimeSpan time)
    {
        var milliseconds = new List<double>(1 << 20);
        var cpu = CpuTime.OfProcess(Environment.ProcessId);
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < time; i++)
        {
            var started = Stopwatch.GetTimestamp();
            engine.Search(questions[i % questions.Count]);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var (seconds, used) = (clock.Elapsed.TotalSeconds, CpuTime.OfProcess(Environment.ProcessId) - cpu);
        return new(
            milliseconds.Count, milliseconds.Count / seconds, Percentiles.Of(milliseconds, 50), Percentiles.Of(milliseconds, 99),
            Percentiles.Of(milliseconds, 99.9), milliseconds.Max(), used.TotalMilliseconds / milliseconds.Count);
    }
}
