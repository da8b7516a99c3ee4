using System.Globalization;
using Benevolat.Local.Running;
using Spectre.Console;

namespace Benevolat.Local.Commands;

/// <summary>What each part of the running system takes.</summary>
internal static class StatsCommand
{
    public static int Run(string folder)
    {
        if (StateFile.Read(folder) is not { } state)
        {
            AnsiConsole.WriteLine("Nothing is running. Start it with ./run.sh.");
            return 1;
        }

        var uses = MemoryReport.Of(state.Processes);
        var table = new Table().AddColumn("process").AddColumn(Right("resident")).AddColumn(Right("proportional")).Border(TableBorder.Simple);
        foreach (var use in uses) { table.AddRow(Markup.Escape(use.Name), Megabytes(use.Resident), Megabytes(use.Proportional)); }
        table.AddRow("[bold]total[/]", string.Empty, $"[bold]{Megabytes(uses.Sum(use => use.Proportional))}[/]");
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("“Resident” counts what processes share once for each of them; “proportional” divides it, so only that column adds up.");
        return 0;
    }

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0} MB");
}
