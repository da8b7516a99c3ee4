namespace Benevolat.Identity.Keys;

/// <summary>Reads the keys before the first request is taken, and looks every hour whether a new one is due or another replica made one.</summary>
internal sealed partial class KeyKeeper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Without keys nothing could be answered: the process waits for its database here, before its port opens.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!await TryRefreshAsync(cancellationToken)) { await Task.Delay(Patience, cancellationToken); }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) { await TryRefreshAsync(stoppingToken); }
    }

    private async Task<bool> TryRefreshAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<KeyStore>().RefreshAsync(stop);
            return true;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            LogNoKeys(log, exception);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The server's keys can't be read")]
    private static partial void LogNoKeys(ILogger log, Exception exception);
}
