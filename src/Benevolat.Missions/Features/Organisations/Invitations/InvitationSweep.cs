using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Invitations;

/// <summary>Forgets the addresses of invitations that nobody answered in time. In every replica; doing it twice is as good as once.</summary>
internal sealed class InvitationSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<InvitationSweep> log) : RowClock(scopes, log)
{
    /// <summary>An address that is a few seconds late harms nobody, and tests shouldn't wait for an hour.</summary>
    protected override TimeSpan Poll => TimeSpan.FromSeconds(10);

    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var (db, now) = (scope.GetRequiredService<MissionsDb>(), clock.GetUtcNow());
        await db.Invitations.Where(invitation => invitation.Email != null && invitation.ExpiresAt <= now).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Email, (string?)null).SetProperty(row => row.Name, (string?)null).SetProperty(row => row.Version, row => row.Version + 1), stop);
        return false;
    }
}
