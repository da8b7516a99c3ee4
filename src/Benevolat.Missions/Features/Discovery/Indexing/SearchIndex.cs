using Benevolat.Index.Search;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevolat.Missions.Features.Discovery.Indexing;

/// <summary>This replica's index, and whether it stands: a replica takes requests only then.</summary>
internal sealed class SearchIndex : IHealthCheck
{
    private volatile bool _isBuilt;

    public MissionIndex Missions { get; } = new();

    public MissionSnapshot Current => Missions.Current;

    public bool IsBuilt => _isBuilt;

    public void Stands() => _isBuilt = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isBuilt ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The index is being built."));
}
