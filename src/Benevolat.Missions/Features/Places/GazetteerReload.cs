using Benevolat.Missions.Data;
using Benevolat.Missions.Features.Places.Lookup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevolat.Missions.Features.Places;

/// <summary>
/// Keeps this replica's gazetteer as the table is: one look at the highest version every second, a full read when it grew.
/// Until the first read the replica isn't ready: it would refuse small communes that the others know.
/// </summary>
internal sealed partial class GazetteerReload(Gazetteer gazetteer, IServiceScopeFactory scopes, ILogger<GazetteerReload> log)
    : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private volatile bool _hasRead;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_hasRead ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The communes have not been read yet."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRead(log, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MissionsDb>();
        var version = await db.Communes.MaxAsync(commune => (long?)commune.Version, stop) ?? 0;
        if (version > gazetteer.Version)
        {
            var index = new PlaceIndex(await db.ReadCommunesAsync(stop));
            gazetteer.Show(index);
            LogRead(log, index.Version, index.Count);
            // The old index, the rows of the new one and, where it was imported, the whole list: some 150 MB that a small machine
            // would not see again for days. Once per list, a pause of a moment.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        _hasRead = true;
    }

    [LoggerMessage(1, LogLevel.Information, "The gazetteer shows version {Version}: {Count} places")]
    private static partial void LogRead(ILogger log, long version, int count);

    [LoggerMessage(2, LogLevel.Warning, "The communes could not be read ({Error}); what is known stays")]
    private static partial void LogNotRead(ILogger log, string error);
}
