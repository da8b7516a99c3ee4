using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Benevolat.Local.Running;

/// <summary>One line when a step is done, and one every so often while some take long: for logs and tests.</summary>
public sealed class PlainSteps(TextWriter output) : ISteps, IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Stopwatch> _running = new();
    private Timer? _reminder;

    /// <inheritdoc />
    public async Task RunAsync(string step, Func<Task> work)
    {
        LazyInitializer.EnsureInitialized(ref _reminder, () => new Timer(_ => Remind(), null, Often, Often));
        var clock = _running[step] = Stopwatch.StartNew();
        try
        {
            await work();
            Say($"{step}: done in {Seconds(clock)}");
        }
        catch (Exception)
        {
            Say($"{step}: failed after {Seconds(clock)}");
            throw;
        }
        finally
        {
            _running.TryRemove(step, out _);
        }
    }

    /// <summary>Ends the reminders.</summary>
    public void Dispose() => _reminder?.Dispose();

    private void Remind()
    {
        if (!_running.IsEmpty) { Say("  still at: " + string.Join(", ", _running.Select(step => $"{step.Key} ({Seconds(step.Value)})"))); }
    }

    private void Say(string line)
    {
        lock (output) { output.WriteLine(line); }
    }

    private static string Seconds(Stopwatch clock) => string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.0} s");
}
