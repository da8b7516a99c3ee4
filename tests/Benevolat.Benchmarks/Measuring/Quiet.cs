using System.Diagnostics;
using System.Globalization;

namespace Benevolat.Benchmarks.Measuring;

/// <summary>Waits for others to leave the processors alone: what they take cannot be measured away from a tail of microseconds.</summary>
internal static class Quiet
{
    /// <summary>Of all processors together.</summary>
    private const double IdleEnough = 0.85;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    /// <summary>Looks at the machine while we do nothing ourselves, until it is idle or patience ends.</summary>
    /// <returns>The idle share when it was looked at last, 0 to 1.</returns>
    public static async Task<double> WaitAsync(TimeSpan patience, CancellationToken stop)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            var (idle, all) = Processors();
            await Task.Delay(Look, stop);
            var (idleThen, allThen) = Processors();
            var share = (idleThen - idle) / (double)Math.Max(1, allThen - all);
            if (share >= IdleEnough || clock.Elapsed > patience) { return share; }
        }
    }

    /// <summary>Ticks since the start: user nice system idle iowait irq softirq steal.</summary>
    private static (long Idle, long All) Processors()
    {
        long[] ticks = [.. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
            .Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        return (ticks[3] + ticks[4], ticks.Sum());
    }
}
