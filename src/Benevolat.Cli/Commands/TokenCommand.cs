using System.CommandLine;
using Benevolat.Cli.Api;

namespace Benevolat.Cli.Commands;

/// <summary><c>token</c>: an access token for trying the API by hand, obtained as an app would, by code and PKCE.</summary>
internal static class TokenCommand
{
    public static Command Create(Terminal terminal)
    {
        var email = new Option<string>("--email") { Description = "Adresse du compte.", Required = true };
        var fromInput = new Option<bool>("--password-stdin") { Description = "Lit le mot de passe sur l'entrée standard.", Required = true };
        var scope = new Option<string>("--scope")
        {
            Description = "Droits demandés, séparés par des espaces.",
            DefaultValueFactory = _ => PersonSignIn.Everything,
        };
        var command = new Command("token", "Écrit un jeton d'accès de dix minutes pour un compte.") { email, fromInput, scope };
        var connection = new Connection().AddAddressTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var password = await terminal.In.ReadLineAsync(stop);
            if (string.IsNullOrEmpty(password)) { throw new CliException("Le mot de passe est attendu sur l'entrée standard : echo \"$MOT_DE_PASSE\" | benevolat token …"); }

            using var person = new PersonSignIn(connection.Address(parsed));
            var token = await person.TokenAsync(parsed.GetRequiredValue(email), password, parsed.GetValue(scope)!, stop);
            await terminal.Out.Profile.Out.Writer.WriteLineAsync(token); // raw: a token must never be wrapped
            return 0;
        });
        return command;
    }
}
