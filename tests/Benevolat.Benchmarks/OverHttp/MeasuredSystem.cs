using Benevolat.Benchmarks.Searching;
using Benevolat.Local.Processes;
using Benevolat.Local.Servers;

namespace Benevolat.Benchmarks.OverHttp;

/// <summary>
/// The part of the system that answers a search, as Release processes with the environment that every run mode gives them: PostgreSQL,
/// RabbitMQ, Missions, and one gateway before it; beside it the same gateway before a server of static answers.
/// </summary>
internal sealed class MeasuredSystem : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>One client does here what ten thousand do elsewhere; the limiter counts all the same.</summary>
    private static readonly Dictionary<string, string?> NoLimits = new() { ["RateLimits__Anonymous__Permits"] = "1000000000" };

    private readonly string _folder;
    private readonly NativePostgres _postgres;
    private readonly NativeRabbitMq _rabbitMq;
    private readonly Stack<ChildProcess> _processes = new();

    public MeasuredSystem(string folder)
    {
        _folder = folder;
        _postgres = new NativePostgres(Path.Combine(folder, "missions-postgres"));
        _rabbitMq = new NativeRabbitMq(Path.Combine(folder, "rabbitmq"), management: false);
    }

    public Uri Missions { get; } = Local();

    public Uri Gateway { get; } = Local();

    public Uri Static { get; } = Local();

    public Uri GatewayOfStatic { get; } = Local();

    public string Database => _postgres.ConnectionString("missions");

    /// <summary>The process ids by name, for their CPU time.</summary>
    public Dictionary<string, int> Processes { get; } = [];

    /// <summary>Servers, and the database as Missions' own <c>migrate</c> verb makes it.</summary>
    public async Task StartServersAsync(CancellationToken stop)
    {
        await Task.WhenAll(_postgres.StartAsync(stop), _rabbitMq.StartAsync(stop));
        await _postgres.CreateDatabaseAsync("missions", stop);
        await ChildProcess.RunAsync(Service("missions-migrate", "Benevolat.Missions", Missions, OfMissions, "migrate"), Patience, stop);
    }

    public async Task StartMissionsAsync(CancellationToken stop)
    {
        await StartAsync(Service("missions", "Benevolat.Missions", Missions, OfMissions), Missions, stop);
        await StartAsync(Service("gateway", "Benevolat.Gateway", Gateway, Before(Missions)), Gateway, stop);
    }

    public async Task StartStaticAsync(string answers, CancellationToken stop)
    {
        string[] arguments = [typeof(MeasuredSystem).Assembly.Location, "static-json", "--answers", answers, "--url", Static.GetLeftPart(UriPartial.Authority)];
        await StartAsync(new ChildCommand("static", "dotnet", arguments) { Log = LogOf("static") }, Static, stop);
        await StartAsync(Service("gateway-of-static", "Benevolat.Gateway", GatewayOfStatic, Before(Static)), GatewayOfStatic, stop);
    }

    public async ValueTask DisposeAsync()
    {
        while (_processes.TryPop(out var process))
        {
            await process.StopAsync(TimeSpan.FromSeconds(30));
            await process.DisposeAsync();
        }

        await _rabbitMq.StopAsync();
        await _postgres.DeleteAsync();
    }

    private Dictionary<string, string?> OfMissions => new()
    {
        ["ConnectionStrings__missionsdb"] = Database,
        ["ConnectionStrings__rabbitmq"] = _rabbitMq.Uri,
        ["services__identity__http__0"] = Authority(Local()),   // nobody signs in here
    };

    private static Dictionary<string, string?> Before(Uri missions) => new(NoLimits) { ["services__missions__http__0"] = Authority(missions) };

    private async Task StartAsync(ChildCommand command, Uri address, CancellationToken stop)
    {
        var process = await ChildProcess.StartAsync(command);
        _processes.Push(process);
        Processes[command.Name] = process.Id;
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        await process.ReadyAsync(Patience, async token => (await http.GetAsync("/health/ready", token)).IsSuccessStatusCode, stop);
        Progress.Say($"  {command.Name} is ready");
    }

    private ChildCommand Service(string name, string project, Uri address, Dictionary<string, string?> settings, params string[] arguments)
    {
        settings = new(settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = Authority(address),
            ["Public__Origin"] = Authority(Gateway),
            ["MASSTRANSIT_USAGE_TELEMETRY"] = "false",
        };
        var folder = Path.Combine(Repository.Root, "src", project);
        return new(name, "dotnet", [Repository.Program(project), .. arguments]) { Log = LogOf(name), Folder = folder, Environment = settings };
    }

    private string LogOf(string name) => Path.Combine(_folder, "logs", name + ".log");

    private static string Authority(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static Uri Local() => new($"http://127.0.0.1:{Ports.Free()}");
}
