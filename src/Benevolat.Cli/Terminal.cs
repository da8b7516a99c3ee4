using Spectre.Console;

namespace Benevolat.Cli;

/// <summary>Where a command reads and writes: the process's streams, or a test's.</summary>
internal sealed record Terminal(IAnsiConsole Out, IAnsiConsole Error, TextReader In)
{
    public static Terminal OfProcess() => new(On(Console.Out), On(Console.Error), Console.In);

    /// <summary>Nobody reads a pipe's lines at 80 columns: without a terminal nothing is broken or animated.</summary>
    public static IAnsiConsole On(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal) { (console.Profile.Width, console.Profile.Capabilities.Interactive) = (400, false); }
        return console;
    }

    public bool IsInteractive => Out.Profile.Out.IsTerminal;
}
