using System.Globalization;
using Spectre.Console;

namespace Benevolat.Cli.Import;

/// <summary>A bar for people at a terminal, a line for each tenth in logs.</summary>
internal static class ProgressDisplay
{
    public static Task<ImportReport> ShowAsync(Terminal terminal, int total, Func<Action, Task<ImportReport>> work) =>
        terminal.IsInteractive ? BarAsync(terminal.Out, total, work) : LinesAsync(terminal.Out, total, work);

    private static Task<ImportReport> BarAsync(IAnsiConsole console, int total, Func<Action, Task<ImportReport>> work) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async progress =>
        {
            var bar = progress.AddTask("Import", maxValue: Math.Max(1, total));
            var report = await work(() => bar.Increment(1));
            bar.Value = bar.MaxValue;
            return report;
        });

    private static Task<ImportReport> LinesAsync(IAnsiConsole console, int total, Func<Action, Task<ImportReport>> work)
    {
        var done = 0;
        var gate = new Lock();
        return work(() =>
        {
            lock (gate)
            {
                done++;
                if (done * 10 / total > (done - 1) * 10 / total)
                {
                    console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done * 100 / total,3} %  {done}/{total}"));
                }
            }
        });
    }
}
