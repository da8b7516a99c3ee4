using OpenIddict.Abstractions;

namespace Benevolat.Identity.Features.Connect;

/// <summary>Drops codes, tokens and authorizations that expired more than a day ago, every hour.</summary>
internal sealed partial class TokenSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TokenSweep> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) { await SweepAsync(stoppingToken); }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var threshold = clock.GetUtcNow() - Kept;
            await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(threshold, stop);
            await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(threshold, stop);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            LogFailed(log, exception);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Expired tokens could not be dropped; the next hour tries again")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
