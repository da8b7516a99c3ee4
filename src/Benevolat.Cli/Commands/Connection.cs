using System.CommandLine;
using Benevolat.Cli.Api;

namespace Benevolat.Cli.Commands;

/// <summary>The options that all commands share: where the system is, and who calls.</summary>
internal sealed class Connection
{
    private readonly Option<string> _url = new("--url")
    {
        Description = "Adresse du site.",
        DefaultValueFactory = _ => "http://localhost:8080",
    };

    private readonly Option<string?> _clientId = new("--client-id")
    {
        Description = "Identifiant du client OAuth ; à défaut, la variable BENEVOLAT_CLIENT_ID.",
    };

    private readonly Option<string?> _clientSecret = new("--client-secret")
    {
        Description = "Son secret ; à défaut, la variable BENEVOLAT_CLIENT_SECRET, que les autres processus ne voient pas.",
    };

    /// <summary>Adds the options of a command that calls as a system.</summary>
    public Connection AddTo(Command command)
    {
        command.Options.Add(_url);
        command.Options.Add(_clientId);
        command.Options.Add(_clientSecret);
        return this;
    }

    /// <summary>Adds the address only, for a command that calls as a person.</summary>
    public Connection AddAddressTo(Command command)
    {
        command.Options.Add(_url);
        return this;
    }

    public Uri Address(ParseResult parsed) =>
        Uri.TryCreate(parsed.GetValue(_url), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new CliException($"--url doit être une adresse http ou https, par exemple http://localhost:8080 (reçu : {parsed.GetValue(_url)}).");

    public ApiClient Open(ParseResult parsed, string scope)
    {
        // Read here and not as default values, which --help would print.
        var id = parsed.GetValue(_clientId) ?? Environment.GetEnvironmentVariable("BENEVOLAT_CLIENT_ID");
        var secret = parsed.GetValue(_clientSecret) ?? Environment.GetEnvironmentVariable("BENEVOLAT_CLIENT_SECRET");
        return string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret)
            ? throw new CliException("Il faut un client OAuth : --client-id et --client-secret, ou les variables BENEVOLAT_CLIENT_ID et BENEVOLAT_CLIENT_SECRET.")
            : new ApiClient(Address(parsed), new ClientCredentials(id, secret, scope));
    }
}
