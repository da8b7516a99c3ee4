using System.Diagnostics;

namespace Benevolat.Local.Processes;

/// <summary>Waits for a condition by asking again and again, never by hoping that a fixed pause is enough.</summary>
public static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer is yes; an exception counts as no and is kept as the cause of the final timeout.</summary>
    public static Task TrueAsync(string what, TimeSpan timeout, Func<CancellationToken, Task<bool>> probe, CancellationToken stop = default) =>
        FoundAsync(what, timeout, async token => await probe(token) ? string.Empty : null, stop);

    /// <summary>Asks until there is an answer, and returns it.</summary>
    public static async Task<T> FoundAsync<T>(
        string what, TimeSpan timeout, Func<CancellationToken, Task<T?>> probe, CancellationToken stop = default) where T : class
    {
        var clock = Stopwatch.StartNew();
        Exception? last = null;
        while (true)
        {
            try
            {
                if (await probe(stop) is { } found) { return found; }
            }
            catch (Exception failure) when (failure is not ProcessDiedException && !stop.IsCancellationRequested)
            {
                last = failure;
            }

            if (clock.Elapsed > timeout) { throw new TimeoutException($"{what}: not within {timeout.TotalSeconds:0.#} s.", last); }
            await Task.Delay(Pause, stop);
        }
    }
}
