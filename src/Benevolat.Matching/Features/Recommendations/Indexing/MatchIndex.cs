using Benevolat.Index.Matching;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevolat.Matching.Features.Recommendations.Indexing;

/// <summary>This replica's missions and volunteers in memory, and whether they stand: a replica takes requests only then.</summary>
public sealed class MatchIndex : IHealthCheck
{
    private volatile bool _isBuilt;

    /// <summary>Open missions, of organisations in good standing.</summary>
    public MissionMatcher Missions { get; } = new();

    /// <summary>Volunteers who agreed to be proposed to organisations.</summary>
    public VolunteerMatcher Volunteers { get; } = new();

    public bool IsBuilt => _isBuilt;

    public void Stands() => _isBuilt = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isBuilt ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The index is being built."));
}
