using System.CommandLine;
using Spectre.Console;

namespace Benevolat.Cli.Commands;

/// <summary><c>redrive QUEUE</c>: sends failed messages back to work, once what made them fail is mended.</summary>
internal static class RedriveCommand
{
    public static Command Create(Terminal terminal)
    {
        var queue = new Argument<string>("QUEUE") { Description = "La file, par exemple matching.when-mission-published." };
        var limit = new Option<int>("--limit") { Description = "Messages au plus, 1 à 1000.", DefaultValueFactory = _ => 100 };
        var command = new Command("redrive", "Renvoie au travail les messages en erreur d'une file.") { queue, limit };
        var connection = new Connection().AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            using var api = connection.Open(parsed, "ops");
            var name = parsed.GetRequiredValue(queue);
            var answer = await api.PostAsync($"/api/v1/ops/queues/{Uri.EscapeDataString(name)}/redrive?limit={parsed.GetValue(limit)}", stop);
            terminal.Out.WriteLine($"{answer["moved"]} message(s) renvoyé(s) vers {name}, {answer["left"]} encore en erreur.");
            return 0;
        });
        return command;
    }
}
