using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevolat.ServiceDefaults.Health;

/// <summary>
/// Shutdown in the right order: first unready, then a pause in which the load balancer notices, only then do servers stop.
/// <c>Shutdown:DrainSeconds</c> is the pause; 0 by default, a few seconds behind a balancer.
/// </summary>
internal sealed class Draining(IConfiguration configuration) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _stopping;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_stopping ? HealthCheckResult.Unhealthy("Shutting down.") : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        await Task.Delay(TimeSpan.FromSeconds(configuration.GetValue("Shutdown:DrainSeconds", 0)), cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
