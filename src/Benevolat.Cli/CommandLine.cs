using System.CommandLine;
using System.Globalization;
using Benevolat.Cli.Commands;
using Spectre.Console;

namespace Benevolat.Cli;

/// <summary>The verbs, and what the exit codes mean.</summary>
internal static class CommandLine
{
    /// <summary>Done, but not all of it: some missions were refused, some communes left aside.</summary>
    public const int Incomplete = 1;

    /// <summary>Not done: nothing there, no access, no answer, wrong usage.</summary>
    public const int Failed = 2;

    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken stop = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("fr-FR");
        var root = new RootCommand("Benevolat en ligne de commande : pour les réseaux qui publient et les personnes qui exploitent.")
        {
            ImportCommand.Create(terminal),
            QueuesCommand.Create(terminal),
            RedriveCommand.Create(terminal),
            PlacesCommand.Create(terminal),
            TokenCommand.Create(terminal),
            DemoCommand.Create(terminal),
        };
        var invocation = new InvocationConfiguration
        {
            Output = terminal.Out.Profile.Out.Writer,
            Error = terminal.Error.Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            var parsed = root.Parse(args);
            var code = await parsed.InvokeAsync(invocation, stop);
            return parsed.Errors.Count > 0 ? Failed : code;
        }
        catch (CliException explained)
        {
            terminal.Error.WriteLine(explained.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Interrompu.");
            return Interrupted;
        }
    }
}
