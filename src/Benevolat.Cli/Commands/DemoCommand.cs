using System.CommandLine;
using System.Text.Json.Nodes;
using Benevolat.Cli.Api;
using Benevolat.Cli.Demo;

namespace Benevolat.Cli.Commands;

/// <summary><c>demo FILE</c>: the association of the demonstration, or what is missing of it.</summary>
internal static class DemoCommand
{
    private const string Password = "BENEVOLAT_DEMO_PASSWORD";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Fichier JSON : une association et ses missions." };
        var manager = new Option<string>("--manager") { Description = "Compte qui l'inscrit.", DefaultValueFactory = _ => "manager@demo.benevolat.test" };
        var moderator = new Option<string>("--moderator") { Description = "Compte qui la vérifie.", DefaultValueFactory = _ => "moderator@demo.benevolat.test" };
        var command = new Command("demo", $"Crée l'association de démonstration. Le mot de passe des deux comptes est dans la variable {Password}.") { file, manager, moderator };
        var connection = new Connection().AddAddressTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var password = Environment.GetEnvironmentVariable(Password) is { Length: > 0 } given ? given : throw new CliException($"Il faut la variable {Password}.");
            var path = parsed.GetRequiredValue(file);
            if (!path.Exists) { throw new CliException($"{path.FullName} n'existe pas."); }

            var association = JsonNode.Parse(await File.ReadAllTextAsync(path.FullName, stop))!;
            using var writes = await PersonClient.SignInAsync(connection.Address(parsed), parsed.GetRequiredValue(manager), password, stop);
            using var verifies = await PersonClient.SignInAsync(connection.Address(parsed), parsed.GetRequiredValue(moderator), password, stop);
            var published = await new DemoAssociation(writes, verifies, TimeProvider.System).SetUpAsync(association, stop);
            await terminal.Out.Profile.Out.Writer.WriteLineAsync(published == 0 ? "L'association de démonstration est déjà là." : $"L'association de démonstration est là. Missions publiées : {published}.");
            return 0;
        });
        return command;
    }
}
