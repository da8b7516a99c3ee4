using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Benevolat.Architecture.Tests;

/// <summary>A service as it is, with nobody behind it: enough to see its routes and who may pass its door.</summary>
/// <typeparam name="TMarker">Any public type of the service.</typeparam>
internal sealed class UnconnectedService<TMarker>(TestIdentity identity) : WebApplicationFactory<TMarker>
    where TMarker : class
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Timeout=1";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var name = typeof(TMarker).Assembly.GetName().Name!.Split('.')[1].ToLowerInvariant();
        builder.UseContentRoot(AppContext.BaseDirectory).UseEnvironment("Testing")
            .UseSetting($"ConnectionStrings:{name}db", Nowhere)
            .UseSetting("ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:1")
            .UseSetting("services:identity:http:0", identity.Address.AbsoluteUri.TrimEnd('/'))
            .ConfigureLogging(logging => logging.ClearProviders())
            .ConfigureTestServices(services =>
            {
                // Relays, consumers and key keepers would wait for servers that never answer.
                foreach (var worker in services.Where(IsWorker).ToList()) { services.Remove(worker); }
            });
    }

    private static bool IsWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name != "GenericWebHostService";
}
