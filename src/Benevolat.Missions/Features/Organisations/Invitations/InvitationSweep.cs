using Benevolat.Missions.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Invitations;

/// <summary>Forgets the addresses of invitations that nobody answered in time. In every replica; doing it twice is as good as once.</summary>
internal sealed partial class InvitationSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<InvitationSweep> log) : BackgroundService
{
    /// <summary>Real time, whatever the clock says. An address that is a few seconds late harms nobody, and tests shouldn't wait for an hour.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(exception);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MissionsDb>();
        var now = clock.GetUtcNow();
        await db.Invitations.Where(invitation => invitation.Email != null && invitation.ExpiresAt <= now).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Email, (string?)null).SetProperty(row => row.Name, (string?)null).SetProperty(row => row.Version, row => row.Version + 1), stop);
    }

    [LoggerMessage(1, LogLevel.Warning, "Addresses of invitations that are over were not forgotten; next try in a moment")]
    private partial void LogPutOff(Exception exception);
}
