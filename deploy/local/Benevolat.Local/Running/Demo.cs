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

        var cli = Repositories.Program(Path.Combine(options.Repository, "src", "Benevolat.Cli"), "benevolat");
        var log = options.Below("logs", "demo.log");
        LogTail.Turn(log);
        await ChildProcess.RunAsync(new ChildCommand("demo import", "dotnet", cli, "import", feed, "--url", site.GetLeftPart(UriPartial.Authority))
        {
            Log = log,
            Environment = new Dictionary<string, string?>
            {
                // Not as options: those can be read in the list of processes.
                ["BENEVOLAT_CLIENT_ID"] = Network,
                ["BENEVOLAT_CLIENT_SECRET"] = $"{Network}-secret",
            },
        }, Patience, stop);
        await File.WriteAllTextAsync(done, hash, stop);
    }
}
