using Microsoft.Extensions.Hosting;

namespace Benevolat.Identity.Tests.Features;

internal static class Demo
{
    /// <summary>The verb <c>seed-demo</c>, on the service's own database; may be repeated.</summary>
    public static async Task SeedClientsAsync(this IServiceProvider services)
    {
        using var host = new Same(services);
        await host.SeedDemoAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Same(IServiceProvider services) : IHost
    {
        public IServiceProvider Services => services;

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose()
        {
            // The services belong to the fixture.
        }
    }
}
