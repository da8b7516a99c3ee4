using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Running;

[assembly: AssemblyFixture(typeof(RunningSystem))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Benevolat.Journeys.Tests.Setup;

/// <summary>The whole system as processes, with demo accounts, demo missions and the dashboard, as <c>run.sh</c> starts it. One for all journeys.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    /// <summary>A test is one client that does in seconds what people do in hours.</summary>
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["RateLimits__Anonymous__Permits"] = "1000000",
        ["RateLimits__User__Permits"] = "1000000",
        ["RateLimits__SignIn__Permits"] = "1000000",
        ["Identity__AttemptsPerMinute"] = "1000000",
    };

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"benevolat-journeys-{Guid.NewGuid():N}");

    public LocalSystem System { get; private set; } = null!;

    public Uri Site => System.Site;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        using var steps = new PlainSteps(Console.Out);
        System = await LocalSystem.StartAsync(new SystemOptions { Folder = _folder, Port = 18080, Settings = Settings }, steps);
    }

    public async ValueTask DisposeAsync()
    {
        if (System is not null) { await System.DisposeAsync(); }
        if (Environment.GetEnvironmentVariable("BENEVOLAT_KEEP_LOGS") is null) { Directory.Delete(_folder, recursive: true); }
    }
}
