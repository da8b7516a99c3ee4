using System.Net;
using Benevolat.Testing;
using Benevolat.Testing.Servers;
using Benevolat.Web.Tests.Stub;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benevolat.Web.Tests;

/// <summary>The site on its own database, in front of a stub of everything else, on real ports for real browsers.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly List<WebApplicationFactory<Program>> replicas = [];
    private string database = "";

    public StubSystem Stub { get; private set; } = null!;

    public TestClock Clock { get; } = new();

    public Uri Origin => new(Stub.Origin);

    public IServiceProvider Services => replicas[0].Services;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(typeof(Program).Assembly, "webdb");
        Stub = await StubSystem.StartAsync();
        var replica = StartReplica();
        Stub.PutBehind(replica.ClientOptions.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas) { await replica.DisposeAsync(); }
        await Stub.DisposeAsync();
        await TestDatabase.DropAsync(database);
    }

    /// <summary>A browser with its own cookies, at the front door.</summary>
    public Browser Open() => new(new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxAutomaticRedirections = 10 }) { BaseAddress = Origin });

    /// <summary>A browser whose person has signed in.</summary>
    public async Task<Browser> OpenAsync(Person person)
    {
        Stub.Identity.Next = person;
        var browser = Open();
        await browser.GoAsync("/connexion?retour=/accessibilite");
        return browser;
    }

    /// <summary>Another replica on the same database; the first one serves behind the stub.</summary>
    public WebApplicationFactory<Program> StartReplica()
    {
        var replica = new WebApplicationFactory<Program>().WithWebHostBuilder(Configure);
        replica.UseKestrel();
        replica.StartServer();
        replicas.Add(replica);
        return replica;
    }

    private void Configure(IWebHostBuilder host)
    {
        host.UseEnvironment("Testing");
        host.UseUrls("http://127.0.0.1:0");
        host.UseSetting("ConnectionStrings:webdb", database);
        host.UseSetting("Public:Origin", Stub.Origin);
        foreach (var service in new[] { "identity", "missions", "matching", "volunteers" }) { host.UseSetting($"services:{service}:http:0", Stub.Origin); }
        host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
