namespace Benevolat.Identity.Clients;

/// <summary>The service knows origin and secret best, so it brings the clients up to date before it takes requests.</summary>
internal sealed class ClientSync(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ClientSeed>().SeedAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
