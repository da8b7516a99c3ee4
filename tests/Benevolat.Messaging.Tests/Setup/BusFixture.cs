using Benevolat.Testing;
using Benevolat.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>Databases and a virtual host of a test's own on the shared servers; the services it starts end with it.</summary>
public abstract class BusFixture : IAsyncLifetime
{
    private readonly List<TestService> _services = [];
    private readonly List<string> _databases = [];

    protected Uri VirtualHost { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => VirtualHost = await TestVirtualHost.CreateAsync();

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var service in _services) { await service.DisposeAsync(); }
        await TestVirtualHost.DeleteAsync(VirtualHost);
        foreach (var database in _databases) { await TestDatabase.DropAsync(database); }
        GC.SuppressFinalize(this);
    }

    /// <summary>A new database with the tables of a service.</summary>
    protected async Task<string> CreateDatabaseAsync()
    {
        var connection = await CreateTablesAsync((await TestServers.GetAsync()).Postgres);
        _databases.Add(connection);
        return connection;
    }

    protected static async Task<string> CreateTablesAsync(string server)
    {
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = $"messaging_{Guid.NewGuid():N}", MaxPoolSize = 40 }.ConnectionString;
        await using var db = new TestDb(new DbContextOptionsBuilder<TestDb>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options);
        await db.Database.EnsureCreatedAsync();
        return connection;
    }

    protected async Task<TestService> StartAsync(
        string name, string? database = null, Script? script = null, Action<ConsumerRegistry>? consumers = null,
        Dictionary<string, string?>? settings = null, Uri? broker = null, Uri? identity = null, TimeProvider? clock = null, bool ready = true)
    {
        var service = await TestService.StartAsync(
            name, database ?? await CreateDatabaseAsync(), broker ?? VirtualHost, script, consumers, settings, identity, clock, ready);
        _services.Add(service);
        return service;
    }

    /// <summary>Each took effect, and none twice.</summary>
    protected static async Task ExpectOnceAsync(TestService service, IReadOnlyCollection<ThingHappened> things, TimeSpan? patience = null)
    {
        await Eventually.TrueAsync(async () => (await service.EffectsAsync()).Count >= things.Count, $"{things.Count} things took effect", patience);
        Assert.Equal(things.Select(thing => thing.ThingId).Order(), (await service.EffectsAsync()).Select(effect => effect.ThingId).Order());
    }

    protected static void Things(ConsumerRegistry consumers) => consumers.Add<WhenThingHappened>();

    protected static ThingHappened Thing(Guid? id = null, long version = 1) => new(id ?? Guid.CreateVersion7(), version);
}
