using System.Globalization;
using System.Runtime.InteropServices;

namespace Benevolat.Benchmarks.Measuring;

/// <summary>CPU time, of a thread by the kernel's own clock and of other processes by what /proc tells.</summary>
internal static partial class CpuTime
{
    private const int ThreadClock = 3;   // CLOCK_THREAD_CPUTIME_ID
    private const double TicksPerSecond = 100;   // USER_HZ, fixed in Linux' interface

    /// <summary>Of the calling thread, to the nanosecond.</summary>
    public static TimeSpan OfThisThread()
    {
        if (Read(ThreadClock, out var time) != 0) { throw new InvalidOperationException($"clock_gettime: {Marshal.GetLastPInvokeErrorMessage()}"); }
        return new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick));
    }

    /// <summary>Of a process with one thread (a PostgreSQL backend), to the nanosecond.</summary>
    public static TimeSpan OfSingleThreaded(int processId)
    {
        var nanoseconds = File.ReadAllText($"/proc/{processId}/schedstat").Split(' ')[0];
        return new TimeSpan(long.Parse(nanoseconds, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
    }

    /// <summary>Of a process with all its threads, to a hundredth of a second.</summary>
    public static TimeSpan OfProcess(int processId)
    {
        var text = File.ReadAllText($"/proc/{processId}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int Read(int clock, out KernelTime time);

    [StructLayout(LayoutKind.Sequential)]
    private struct KernelTime
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
