using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Benevolat.Cli.Commands;

/// <summary><c>queues</c>: what waits and what failed, in all services.</summary>
internal static class QueuesCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("queues", "Montre les files de tous les services : en attente, en erreur.");
        var connection = new Connection().AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            using var api = connection.Open(parsed, "ops");
            var overview = await api.GetAsync("/api/v1/ops/queues", stop);
            terminal.Out.Write(Table(overview["items"]!.AsArray()));
            foreach (var missing in overview["missing"]?.AsArray() ?? [])
            {
                terminal.Error.WriteLine($"Sans réponse : {missing!["service"]} ({missing["reason"]}).");
            }

            return overview["missing"]?.AsArray().Count > 0 ? CommandLine.Incomplete : 0;
        });
        return command;
    }

    private static Table Table(JsonArray queues)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Service").AddColumn("File");
        foreach (var column in (string[])["En attente", "En erreur", "Consommateurs"]) { table.AddColumn(column, options => options.RightAligned()); }
        foreach (var queue in queues)
        {
            table.AddRow(Cell(queue, "service"), Cell(queue, "name"), Cell(queue, "depth"), Cell(queue, "errorDepth"), Cell(queue, "consumers"));
        }

        return table;
    }

    private static string Cell(JsonNode? queue, string name) => Markup.Escape(Convert.ToString(queue?[name], CultureInfo.InvariantCulture) ?? "");
}
