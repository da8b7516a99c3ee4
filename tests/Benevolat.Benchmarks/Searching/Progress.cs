using System.Diagnostics;

namespace Benevolat.Benchmarks.Searching;

/// <summary>Tells a person who waits what is going on: on standard error, so that the report alone is the output.</summary>
internal static class Progress
{
    private static readonly Stopwatch SinceStart = Stopwatch.StartNew();

    public static void Say(string what) => Console.Error.WriteLine($"{SinceStart.Elapsed:mm\\:ss}  {what}");
}
