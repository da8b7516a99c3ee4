using System.Diagnostics;
using Benevolat.Contracts.Notifications;
using Benevolat.Messaging;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Features.Guests;
using Benevolat.Notifications.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Benevolat.Notifications.Features.Delivering;

/// <summary>
/// Sends the e-mails that are due, one per transaction. If the process dies after the mail server's yes and before the commit, the message
/// goes out again with the same Message-ID: see <see cref="MessageIdentity"/>.
/// </summary>
public sealed partial class Sending(
    IServiceScopeFactory scopes, Mailbox mailbox, DeliveryMetrics metrics, Bell bell, TimeProvider clock, IOptions<DeliveringOptions> options, ILogger<Sending> log)
    : Worker(bell, options, log)
{
    private readonly ILogger _log = log;

    protected override Task RestAsync() => mailbox.HangUpAsync();

    protected override async Task<bool> TurnAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.Deliveries
            .FromSql($"SELECT * FROM deliveries WHERE state = 'Pending' AND due_at <= {now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
            .ToListAsync(stop);
        if (due is not [var delivery]) { return false; }

        Took(delivery.Id);
        var cause = await db.Notices.Where(notice => notice.Id == delivery.Cause).Select(notice => new { notice.TraceParent, notice.At }).SingleAsync(stop);
        var began = Stopwatch.GetTimestamp();
        using var span = metrics.Start(delivery, cause.TraceParent);
        var isOfUse = await TrySendAsync(scope.ServiceProvider.GetRequiredService<Letters>(), delivery, stop);
        if (isOfUse) { Tell(db, delivery); }
        else { db.Remove(delivery); }
        if (delivery.Kind.IsForGuests() && (!isOfUse || delivery.State is DeliveryState.Sent)) { await db.ForgetGuestAsync(delivery.RecipientId, stop); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        if (isOfUse) { metrics.Done(delivery, span, Stopwatch.GetElapsedTime(began), clock.GetUtcNow() - cause.At); }
        else { LogDropped(_log, delivery.Id, delivery.Kind); }
        return true;
    }

    protected override async Task SetAsideAsync(Guid id, string error, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        var delivery = await db.Deliveries.SingleAsync(row => row.Id == id, stop);
        if (delivery.State is not DeliveryState.Pending) { return; }

        delivery.Refused(error, isFinal: false, Options.MostAttempts, clock.GetUtcNow());
        Tell(db, delivery);
        await db.SaveChangesAsync(stop);
    }

    /// <returns>False when there is nothing left to tell, now or later.</returns>
    private async Task<bool> TrySendAsync(Letters letters, Delivery delivery, CancellationToken stop)
    {
        try
        {
            var (message, missing) = await letters.WriteAsync(delivery, stop);
            if (message is null && missing is null) { return false; }
            if (message is null)
            {
                delivery.WaitFor(missing!, clock.GetUtcNow());
                return true;
            }

            using (message) { await mailbox.SendAsync(message, stop); }
            delivery.Sent(clock.GetUtcNow());
        }
        catch (MailRefusedException refusal)
        {
            delivery.Refused(refusal.Message, refusal.IsFinal, Options.MostAttempts, clock.GetUtcNow());
            LogRefused(_log, delivery.Id, refusal.Message, delivery.Attempts, delivery.State);
        }
        catch (MailServerAwayException)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error, "mail server away");
            throw;
        }

        return true;
    }

    private void Tell(NotificationsDb db, Delivery delivery)
    {
        var (kind, channel, now) = (delivery.Kind.ToKebab(), delivery.Channel.ToKebab(), clock.GetUtcNow());
        if (delivery.State is DeliveryState.Sent)
        {
            db.Publish(new NotificationDelivered(delivery.Id, delivery.Version, delivery.RecipientId, kind, channel, delivery.Cause, now), delivery.Id);
        }
        else if (delivery.State is DeliveryState.Parked)
        {
            db.Publish(new NotificationParked(delivery.Id, delivery.Version, delivery.RecipientId, kind, channel, delivery.Cause, now), delivery.Id);
        }
    }

    [LoggerMessage(21, LogLevel.Information, "Delivery {Delivery} is dropped: nothing is left to tell by {Kind}")]
    private static partial void LogDropped(ILogger log, Guid delivery, NotificationKind kind);

    [LoggerMessage(20, LogLevel.Warning, "Delivery {Delivery} was refused ({Code}), attempt {Attempts}: {State}")]
    private static partial void LogRefused(ILogger log, Guid delivery, string code, int attempts, DeliveryState state);
}
