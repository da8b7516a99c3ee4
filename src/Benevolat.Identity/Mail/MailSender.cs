using Benevolat.Identity.Data;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Identity.Mail;

/// <summary>
/// Empties the queue of e-mails, in each replica: a row is locked while it is handed over, so two replicas never send one mail.
/// A crash between hand-over and commit repeats it under the same Message-ID.
/// </summary>
internal sealed partial class MailSender(IServiceScopeFactory scopes, SmtpCarrier carrier, TimeProvider clock, ILogger<MailSender> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!carrier.HasServer)
        {
            LogNoServer(log);
            return;
        }

        using var timer = new PeriodicTimer(Pause);
        do { await EmptyAsync(stoppingToken); }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task EmptyAsync(CancellationToken stop)
    {
        try
        {
            while (await SendNextAsync(stop)) { stop.ThrowIfCancellationRequested(); }
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            LogQueueAway(log, exception);
        }
    }

    private async Task<bool> SendNextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = clock.GetUtcNow();
        var due = await db.PendingMails.FromSql(
            $"SELECT * FROM pending_mails WHERE parked_at IS NULL AND due_at <= {now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED").ToListAsync(stop);
        if (due is not [var mail]) { return false; }

        await TryAsync(db, mail, now, stop);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private async Task TryAsync(IdentityDb db, PendingMail mail, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            await carrier.SendAsync(mail, stop);
            db.Remove(mail);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            // The kind only: the text of an SMTP refusal quotes the address.
            mail.Failed(exception.GetType().Name, IsForGood(exception), now);
            LogFailed(log, mail.Id, mail.Attempts, exception.GetType().Name);
        }
    }

    /// <summary>A 5xx about this message: asking again would only get the same answer.</summary>
    private static bool IsForGood(Exception exception) => exception is SmtpCommandException
    {
        ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted,
        StatusCode: >= (SmtpStatusCode)500,
    };

    [LoggerMessage(1, LogLevel.Warning, "Smtp:Host is not set: e-mails wait in the database")]
    private static partial void LogNoServer(ILogger log);

    [LoggerMessage(2, LogLevel.Error, "The queue of e-mails can't be read")]
    private static partial void LogQueueAway(ILogger log, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "E-mail {MailId} was not taken at attempt {Attempt} ({Kind})")]
    private static partial void LogFailed(ILogger log, Guid mailId, int attempt, string kind);
}
