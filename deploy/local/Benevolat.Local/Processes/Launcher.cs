using System.Collections.Concurrent;
using System.Diagnostics;

namespace Benevolat.Local.Processes;

/// <summary>
/// One thread that lives as long as this process and starts every child.
/// Linux sends the parent-death signal when the *thread* that started a child ends, so a child started from a pool thread
/// would be stopped whenever the pool shrinks.
/// </summary>
internal static class Launcher
{
    private static readonly BlockingCollection<Action> Work = [];

    static Launcher() => new Thread(Run) { IsBackground = true, Name = "launcher" }.Start();

    public static Task<Process> StartAsync(ProcessStartInfo what)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(what) ?? throw new InvalidOperationException($"{what.FileName} did not start."));
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        });
        return started.Task;
    }

    private static void Run()
    {
        foreach (var item in Work.GetConsumingEnumerable()) { item(); }
    }
}
