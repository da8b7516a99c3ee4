using Benevolat.Testing.Bus;
using Benevolat.Testing.Servers;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benevolat.Testing;

/// <summary>
/// One service on its own database and virtual host, called over HTTP as its neighbours and the gateway would.
/// Use as a class fixture; derive once per test project to name the service.
/// </summary>
/// <param name="resource">The service's database resource, for example <c>missionsdb</c>.</param>
public class ServiceFixture<TProgram>(string resource) : IAsyncLifetime
    where TProgram : class
{
    private readonly List<WebApplicationFactory<TProgram>> _hosts = [];

    public TestClock Clock { get; } = new();

    public TestIdentity Identity { get; private set; } = null!;

    public TestBus Bus { get; private set; } = null!;

    /// <summary>Connection string of the service's database, for looking behind the API.</summary>
    public string Database { get; private set; } = null!;

    public Uri VirtualHost { get; private set; } = null!;

    /// <summary>Further settings, before the first host starts.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public IServiceProvider Services => _hosts[0].Services;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(typeof(TProgram).Assembly, resource);
        VirtualHost = await TestVirtualHost.CreateAsync();
        Identity = await TestIdentity.StartAsync();
        Bus = await TestBus.ConnectAsync(VirtualHost);
        await StartHostAsync();
    }

    /// <summary>Another replica on the same database and broker; the first one is started by the fixture.</summary>
    public async Task<WebApplicationFactory<TProgram>> StartHostAsync()
    {
        var host = new WebApplicationFactory<TProgram>().WithWebHostBuilder(Configure);
        _hosts.Add(host);
        using var client = host.CreateClient();
        await Eventually.TrueAsync(async () => (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "the service is ready");
        return host;
    }

    /// <summary>Calls the first host as somebody; null is an anonymous visitor.</summary>
    public HttpClient As(Caller? caller, string language = "fr") => As(_hosts[0], caller, language);

    public HttpClient As(WebApplicationFactory<TProgram> host, Caller? caller, string language = "fr")
    {
        ArgumentNullException.ThrowIfNull(host);
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (caller is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", Identity.Sign(caller.Subject, caller.Scopes, caller.Roles, email: caller.Email));
        }

        return client;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) { await host.DisposeAsync(); }
        await Bus.DisposeAsync();
        await Identity.DisposeAsync();
        await TestVirtualHost.DeleteAsync(VirtualHost);
        await TestDatabase.DropAsync(Database);
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(IWebHostBuilder host)
    {
        ArgumentNullException.ThrowIfNull(host);
        host.UseEnvironment("Testing");
        host.UseSetting($"ConnectionStrings:{resource}", Database);
        host.UseSetting("ConnectionStrings:rabbitmq", VirtualHost.AbsoluteUri);
        host.UseSetting("services:identity:http:0", Identity.Address.AbsoluteUri.TrimEnd('/'));
        foreach (var (key, value) in Settings) { host.UseSetting(key, value); }
        host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
