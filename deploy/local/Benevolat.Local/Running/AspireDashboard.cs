using Benevolat.Local.Processes;
using Benevolat.Local.Servers;

namespace Benevolat.Local.Running;

/// <summary>The Aspire dashboard on its own, from npm: it shows the traces, logs and metrics that the services send.</summary>
public sealed class AspireDashboard(SystemOptions options) : ILocalServer
{
    private const string Package = "@microsoft/aspire-cli-linux-x64";
    private const string Version = "13.5.4";

    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _log = options.Below("logs", "dashboard.log");
    private readonly Uri _http = new($"http://127.0.0.1:{Ports.Free()}");
    private ChildProcess? _process;

    /// <inheritdoc />
    public string Name => "dashboard";

    /// <summary>Where people look.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.FreeFrom(18888)}");

    /// <summary>Where services send their telemetry, by gRPC.</summary>
    public Uri Telemetry { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <inheritdoc />
    public ChildProcess Process => _process ?? throw new InvalidOperationException("The dashboard isn't started.");

    private string Npm => options.Below("npm");

    private string Program => Path.Combine(Npm, "node_modules", Package, "bin", "aspire");

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken stop = default)
    {
        LogTail.Turn(_log);
        if (!File.Exists(Program)) { await InstallAsync(stop); }
        _process = await ChildProcess.StartAsync(new ChildCommand(Name, Program,
        [
            "dashboard", "run", "--frontend-url", Address.OriginalString, "--otlp-grpc-url", Telemetry.OriginalString,
            "--otlp-http-url", _http.OriginalString, "--allow-anonymous",
        ])
        {
            Log = _log,
            Environment = new Dictionary<string, string?> { ["HOME"] = Npm, ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true", ["NO_COLOR"] = "1" },
        });
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        await _process.ReadyAsync(Patience, async token => (await http.GetAsync("/api/telemetry/resources", token)).IsSuccessStatusCode, stop);
    }

    /// <inheritdoc />
    public Task StopAsync() => _process?.StopAsync(Patience) ?? Task.CompletedTask;

    /// <inheritdoc />
    public Task KillAsync() => Process.KillAsync();

    /// <inheritdoc />
    public async Task RestartAsync(CancellationToken stop = default)
    {
        await StopAsync();
        await StartAsync(stop);
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task InstallAsync(CancellationToken stop)
    {
        Directory.CreateDirectory(Npm);
        string[] arguments = ["install", "--prefix", Npm, "--no-fund", "--no-audit", "--no-package-lock", $"{Package}@{Version}"];
        await ChildProcess.RunAsync(new ChildCommand("npm install", "npm", arguments) { Log = _log, Folder = Npm }, InstallPatience, stop);
    }
}
