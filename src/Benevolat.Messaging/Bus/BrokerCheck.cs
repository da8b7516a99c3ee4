using Benevolat.Messaging.Wire;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevolat.Messaging.Bus;

/// <summary>Ready only while events can leave. Writes go on without the broker: the outbox keeps what they tell.</summary>
internal sealed class BrokerCheck(Broker broker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(broker.IsOpen ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The broker does not answer."));
}
