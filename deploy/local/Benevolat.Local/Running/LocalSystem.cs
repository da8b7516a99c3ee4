using Benevolat.Local.Mail;
using Benevolat.Local.Processes;
using Benevolat.Local.Servers;

namespace Benevolat.Local.Running;

/// <summary>The whole system as processes on this machine: servers, services, mail catcher and, if wanted, the dashboard.</summary>
public sealed class LocalSystem : IAsyncDisposable
{
    private readonly SystemOptions _options;
    private readonly ServiceEnvironment _environment;
    // All at once, seven programs load so slowly on two cores that each seems stuck; a few at a time, the first are ready early.
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount + 1);

    private LocalSystem(SystemOptions options)
    {
        _options = options;
        Site = new Uri($"http://localhost:{Ports.FreeFrom(options.Port)}");
        Postgres = new NativePostgres(options.Below("data", "postgres"));
        RabbitMq = new NativeRabbitMq(options.Below("data", "rabbitmq"));
        Mail = MailCatcher.Start(options.Below("data", "mail"));
        Dashboard = options.Dashboard ? new AspireDashboard(options) : null;
        _environment = new ServiceEnvironment(options, Postgres, RabbitMq, Mail, Site, Dashboard?.Telemetry);
        Services = [.. Topology.Services.SelectMany(Processes)];
        foreach (var processes in Services.GroupBy(process => process.Service.Name))
        {
            _environment.Announce(processes.Key, [.. processes.Select(process => process.Address)]);
        }
    }

    /// <summary>What a browser opens: the gateway.</summary>
    public Uri Site { get; }

    /// <summary>The database server.</summary>
    public NativePostgres Postgres { get; }

    /// <summary>The broker.</summary>
    public NativeRabbitMq RabbitMq { get; }

    /// <summary>Where every e-mail ends.</summary>
    public MailCatcher Mail { get; }

    /// <summary>The dashboard, unless it is off.</summary>
    public AspireDashboard? Dashboard { get; }

    /// <summary>Every process of every service.</summary>
    public IReadOnlyList<ServiceProcess> Services { get; }

    /// <summary>Why there is no dashboard although one was wanted; the system works without.</summary>
    public string? DashboardProblem { get; private set; }

    /// <summary>Everything that runs as a process, in the order of its start.</summary>
    public IEnumerable<ILocalServer> All =>
        [Postgres, RabbitMq, .. Dashboard is null || DashboardProblem is not null ? [] : (ILocalServer[])[Dashboard], .. Services];

    /// <summary>One process of a service.</summary>
    public ServiceProcess Service(string name, int replica = 0) => Services.Where(process => process.Service.Name == name).ElementAt(replica);

    /// <summary>Starts everything and returns when the site is ready. When a part fails, everything is stopped and its exception thrown.</summary>
    public static async Task<LocalSystem> StartAsync(SystemOptions options, ISteps steps, CancellationToken stop = default)
    {
        var system = new LocalSystem(options);
        using var start = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await system.StartAllAsync(steps, start);
            return system;
        }
        catch (Exception)
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops everything in the reverse order of its start; what it knew stays in its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var layer in Topology.StopOrder())
        {
            await Task.WhenAll(Services.Where(process => layer.Contains(process.Service)).Select(process => process.StopAsync()));
        }

        await Task.WhenAll(Mail.DisposeAsync().AsTask(), Dashboard?.StopAsync() ?? Task.CompletedTask, RabbitMq.StopAsync());
        await Postgres.StopAsync();
        _cores.Dispose();
    }

    private async Task StartAllAsync(ISteps steps, CancellationTokenSource start)
    {
        var stop = start.Token;
        var postgres = steps.RunAsync("PostgreSQL", () => StartPostgresAsync(stop));
        var rabbitMq = steps.RunAsync("RabbitMQ", () => RabbitMq.StartAsync(stop));
        var dashboard = Dashboard is null ? Task.CompletedTask : StartDashboardAsync(Dashboard, steps, stop);
        var services = Topology.Services.Select(service => StartServiceAsync(service, steps, postgres, rabbitMq, stop));
        await Together.AllOrFirstFailureAsync([postgres, rabbitMq, dashboard, .. services], start);
        if (!_options.Demo) { return; }

        await Task.WhenAll(
            steps.RunAsync("Demo missions", () => Demo.ImportAsync(_options, Site, stop)),
            steps.RunAsync("Demo association", () => Demo.FoundAsync(_options, Site, stop)));
    }

    private async Task StartPostgresAsync(CancellationToken stop)
    {
        await Postgres.StartAsync(stop);
        foreach (var database in Topology.Databases) { await Postgres.CreateDatabaseAsync(database.Name, stop); }
    }

    private async Task StartDashboardAsync(AspireDashboard dashboard, ISteps steps, CancellationToken stop)
    {
        try
        {
            await steps.RunAsync("Aspire dashboard", () => dashboard.StartAsync(stop));
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            DashboardProblem = failure.Message;   // offline, most likely: npm can't fetch it
        }
    }

    private async Task StartServiceAsync(Service service, ISteps steps, Task postgres, Task rabbitMq, CancellationToken stop)
    {
        var processes = Services.Where(process => process.Service == service).ToList();
        await postgres;
        if (service.Database is not null)
        {
            await AtACoreAsync(() => steps.RunAsync($"{service.Name}: migrations", () => processes[0].RunAsync("migrate", stop)), stop);
        }

        if (service.Name is "identity" && _options.Demo)
        {
            await AtACoreAsync(() => steps.RunAsync("identity: demo accounts", () => processes[0].RunAsync("seed-demo", stop)), stop);
        }

        await rabbitMq;
        await Task.WhenAll(processes.Select(process => AtACoreAsync(() => steps.RunAsync(process.Name, () => process.StartAsync(stop)), stop)));
    }

    private async Task AtACoreAsync(Func<Task> work, CancellationToken stop)
    {
        await _cores.WaitAsync(stop);
        try { await work(); }
        finally { _cores.Release(); }
    }

    private IEnumerable<ServiceProcess> Processes(Service service) =>
        Enumerable.Range(0, service.Replicated ? _options.Replicas : 1).Select(replica =>
        {
            var address = service.Name is "gateway" ? Site : new Uri($"http://127.0.0.1:{Ports.Free()}");
            return new ServiceProcess(service, replica, address, _options, _environment);
        });
}
