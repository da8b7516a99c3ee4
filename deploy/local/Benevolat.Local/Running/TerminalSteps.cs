using Spectre.Console;

namespace Benevolat.Local.Running;

/// <summary>A line per step with a spinner and its seconds, redrawn in place.</summary>
public sealed class TerminalSteps : ISteps
{
    private readonly ProgressContext _context;

    private TerminalSteps(ProgressContext context) => _context = context;

    /// <summary>Draws for as long as the work takes.</summary>
    public static Task<T> DrawAsync<T>(Func<ISteps, Task<T>> work) =>
        AnsiConsole.Progress()
            .AutoClear(false)
            .Columns(new SpinnerColumn { CompletedText = "[green]✓[/]" }, new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
            .StartAsync(context => work(new TerminalSteps(context)));

    /// <inheritdoc />
    public async Task RunAsync(string step, Func<Task> work)
    {
        var line = _context.AddTask(Markup.Escape(step)).IsIndeterminate();
        try
        {
            await work();
            line.IsIndeterminate(false).Value = line.MaxValue;
        }
        catch (Exception)
        {
            line.Description = $"[red]{Markup.Escape(step)}: failed[/]";
            throw;
        }
        finally
        {
            line.StopTask();
        }
    }
}
