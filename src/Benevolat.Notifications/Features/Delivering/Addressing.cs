using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Benevolat.Notifications.Features.Delivering;

/// <summary>Finds out who is told of a notice and plans their deliveries, each person once per channel, as they prefer.</summary>
public sealed partial class Addressing(
    IServiceScopeFactory scopes, Bell bell, TimeProvider clock, IOptions<DeliveringOptions> options, ILogger<Addressing> log)
    : Worker(bell, options, log)
{
    private static readonly TimeSpan OneMembership = TimeSpan.FromMilliseconds(50);
    private readonly ILogger _log = log;

    protected override async Task<bool> TurnAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.Notices
            .FromSql($"SELECT * FROM notices WHERE addressed_at IS NULL AND due_at <= {now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
            .ToListAsync(stop);
        if (due is not [var notice]) { return false; }

        Took(notice.Id);
        var isAlone = notice.MembersOf is not { } organisation || await db.TryAddressAsync(organisation, stop);
        if (isAlone) { await AddressAsync(db, notice, now, stop); }
        else { notice.DueAt = now + OneMembership; }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    protected override async Task SetAsideAsync(Guid id, string error, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        var notice = await db.Notices.SingleAsync(row => row.Id == id, stop);
        notice.WaitForRecipients(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }

    private async Task AddressAsync(NotificationsDb db, Notice notice, DateTimeOffset now, CancellationToken stop)
    {
        var recipients = await RecipientsAsync(db, notice, stop);
        if (recipients.Count > 0) { await PlanAsync(db, notice, recipients, now, stop); }
        else if (!notice.WaitForRecipients(now)) { LogNobody(_log, notice.Kind, notice.Id); }
    }

    private static async Task<IReadOnlyList<Guid>> RecipientsAsync(NotificationsDb db, Notice notice, CancellationToken stop)
    {
        if (notice.RecipientId is { } person) { return [person]; }

        var (organisation, roles) = (notice.MembersOf, notice.Roles);
        return await db.Memberships.AsNoTracking()
            .Where(member => member.OrganisationId == organisation && member.Role != null && roles.Contains(member.Role.Value))
            .Select(member => member.AccountId)
            .ToListAsync(stop);
    }

    private static async Task PlanAsync(NotificationsDb db, Notice notice, IReadOnlyList<Guid> recipients, DateTimeOffset now, CancellationToken stop)
    {
        var preferences = await db.Preferences.AsNoTracking().Where(row => recipients.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, stop);
        var planned = await db.Deliveries.AsNoTracking().Where(row => row.Cause == notice.Id).Select(row => row.RecipientId).ToListAsync(stop);
        foreach (var recipient in recipients.Except(planned))
        {
            foreach (var channel in notice.Kind.Channels())
            {
                if (preferences.GetValueOrDefault(recipient)?.PaceOf(notice.Kind, channel) is Pace.Never) { continue; }
                db.Add(Delivery.Plan(notice, recipient, channel, now));
            }
        }

        notice.Addressed(now);
    }

    [LoggerMessage(10, LogLevel.Warning, "Nobody was found in time to tell of {Kind} {Notice}")]
    private static partial void LogNobody(ILogger log, NotificationKind kind, Guid notice);
}
