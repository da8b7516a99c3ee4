using System.Diagnostics;

namespace Benevolat.Testing;

/// <summary>Waits for what happens elsewhere: asks again and again until it is so, and says what it saw last when time runs out.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The first value that is not null.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what, TimeSpan? patience = null)
        where T : class
    {
        var found = default(T);
        await TrueAsync(async () => (found = await look()) is not null, what, patience);
        return found!;
    }

    /// <summary>Until the probe answers true. Exceptions of the probe count as "not yet" and are told at the end.</summary>
    public static async Task TrueAsync(Func<Task<bool>> probe, string what, TimeSpan? patience = null)
    {
        var waited = Stopwatch.StartNew();
        Exception? last = null;
        while (waited.Elapsed < (patience ?? Patience))
        {
            try
            {
                if (await probe()) { return; }
                last = null;
            }
            catch (Exception exception)
            {
                last = exception;
            }

            await Task.Delay(Pause);
        }

        throw new TimeoutException($"After {waited.Elapsed.TotalSeconds:0} s it was still not so that {what}.", last);
    }

    /// <summary>Stays true for a while: for what must not happen.</summary>
    public static async Task StaysAsync(Func<Task<bool>> probe, string what, TimeSpan howLong)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < howLong; await Task.Delay(Pause))
        {
            if (!await probe()) { throw new InvalidOperationException($"After {waited.Elapsed.TotalSeconds:0.0} s it was no longer so that {what}."); }
        }
    }
}
