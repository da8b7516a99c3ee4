using System.Security.Cryptography;
using Benevolat.Local.Processes;

namespace Benevolat.Local.Running;

/// <summary>What makes a fresh system worth looking at: accounts, and missions that arrive as a network's would.</summary>
public static class Demo
{
    /// <summary>The password of every demo account.</summary>
    public const string Password = "Demo-Benevolat-2026";

    private const string Network = "demo-network";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Who can sign in, and as what.</summary>
    public static IReadOnlyList<(string Role, string Email)> Accounts { get; } =
    [
        ("volunteer", "volunteer@demo.benevolat.test"),
        ("association's manager", "manager@demo.benevolat.test"),
        ("moderator", "moderator@demo.benevolat.test"),
        ("operator", "operator@demo.benevolat.test"),
    ];

    /// <summary>
    /// Imports the demo feed through the public API, as any network would; again only when the feed has changed, to spare the wait
    /// (the import itself changes nothing the second time).
    /// </summary>
    internal static async Task ImportAsync(SystemOptions options, Uri site, CancellationToken stop)
    {
        var feed = Path.Combine(options.Repository, "deploy", "local", "demo", "missions.json");
        var done = options.Below("data", "demo-feed.sha256");
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(feed, stop)));
        if (File.Exists(done) && await File.ReadAllTextAsync(done, stop) == hash) { return; }

        // Not as options: those can be read in the list of processes.
        await RunAsync(options, site, ["import", feed], stop, ("BENEVOLAT_CLIENT_ID", Network), ("BENEVOLAT_CLIENT_SECRET", $"{Network}-secret"));
        await File.WriteAllTextAsync(done, hash, stop);
    }

    /// <summary>An association for the manager's account, with missions to answer for; once.</summary>
    internal static Task FoundAsync(SystemOptions options, Uri site, CancellationToken stop) => RunAsync(
        options, site, ["demo", Path.Combine(options.Repository, "deploy", "local", "demo", "association.json")], stop, ("BENEVOLAT_DEMO_PASSWORD", Password));

    private static async Task RunAsync(SystemOptions options, Uri site, string[] arguments, CancellationToken stop, params (string Name, string? Value)[] environment)
    {
        var cli = Repositories.Program(Path.Combine(options.Repository, "src", "Benevolat.Cli"), "benevolat");
        var log = options.Below("logs", $"demo-{arguments[0]}.log");
        LogTail.Turn(log);
        await ChildProcess.RunAsync(new ChildCommand($"demo {arguments[0]}", "dotnet", [cli, .. arguments, "--url", site.GetLeftPart(UriPartial.Authority)])
        {
            Log = log,
            Environment = environment.ToDictionary(setting => setting.Name, setting => setting.Value),
        }, Patience, stop);
    }
}
