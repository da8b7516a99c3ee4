using Benevolat.Local.Processes;
using Benevolat.Local.Servers;

namespace Benevolat.Local.Running;

/// <summary>One process of a service.</summary>
public sealed class ServiceProcess : ILocalServer
{
    private static readonly TimeSpan VerbPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly string _project;
    private readonly string _log;
    private readonly Func<IReadOnlyDictionary<string, string?>> _environment;
    private ChildProcess? _process;

    internal ServiceProcess(Service service, int replica, Uri address, SystemOptions options, ServiceEnvironment environment)
    {
        (Service, Address) = (service, address);
        Name = replica == 0 ? service.Name : $"{service.Name}-{replica}";
        _project = Path.Combine(options.Repository, "src", service.Project);
        _log = options.Below("logs", Name + ".log");
        LogTail.Turn(_log);
        // Asked at each start: a restarted process is told what is true then.
        _environment = () => environment.For(service, Name, address);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>The service that it is a process of.</summary>
    public Service Service { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <inheritdoc />
    public ChildProcess Process => _process ?? throw new InvalidOperationException($"{Name} isn't started.");

    /// <summary>Runs the service's program with an argument, such as <c>migrate</c>, to completion.</summary>
    public Task RunAsync(string verb, CancellationToken stop = default) =>
        ChildProcess.RunAsync(Command($"{Name} {verb}", verb), VerbPatience, stop);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken stop = default)
    {
        _process = await ChildProcess.StartAsync(Command(Name));
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        await _process.ReadyAsync(StartPatience, async token => (await http.GetAsync("/health/ready", token)).IsSuccessStatusCode, stop);
    }

    /// <inheritdoc />
    public Task StopAsync() => _process?.StopAsync(StopPatience) ?? Task.CompletedTask;

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

    // The project's folder is the content root, as with dotnet run and Aspire: appsettings and static files are found there.
    private ChildCommand Command(string name, params string[] arguments) =>
        new(name, "dotnet", [Repositories.Program(_project, Service.Project), .. arguments]) { Log = _log, Folder = _project, Environment = _environment() };
}
