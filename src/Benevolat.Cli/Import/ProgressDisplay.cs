using System.Globalization;
using Spectre.Console;

namespace Benevolat.Cli.Import;

/// <summary>A bar for people at a terminal, a line for each tenth in logs.</summary>
internal static class ProgressDisplay
{
    /// <param name="work">Is given what to call with how many entries were just done.</param>
    public static Task<T> ShowAsync<T>(Terminal terminal, int total, Func<Action<int>, Task<T>> work) =>
        terminal.IsInteractive ? BarAsync(terminal.Out, total, work) : LinesAsync(terminal.Out, total, work);

    private static Task<T> BarAsync<T>(IAnsiConsole console, int total, Func<Action<int>, Task<T>> work) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async progress =>
        {
            var bar = progress.AddTask("Import", maxValue: Math.Max(1, total));
            var report = await work(done => bar.Increment(done));
            bar.Value = bar.MaxValue;
            return report;
        });

    private static Task<T> LinesAsync<T>(IAnsiConsole console, int total, Func<Action<int>, Task<T>> work)
    {
        var done = 0;
        var gate = new Lock();
        return work(more =>
        {
            lock (gate)
            {
                var before = done;
                done += more;
                if (done * 10L / total > before * 10L / total)
                {
                    console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done * 100L / total,3} %  {done}/{total}"));
                }
            }
        });
    }
}
