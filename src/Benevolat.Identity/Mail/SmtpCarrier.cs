using Benevolat.Identity.Data;
using Benevolat.ServiceDefaults.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Benevolat.Identity.Mail;

/// <summary>Hands one e-mail to the mail server.</summary>
internal sealed class SmtpCarrier(IOptions<SmtpOptions> options, IConfiguration configuration)
{
    private readonly SmtpOptions _options = options.Value;
    private readonly string _host = configuration.PublicOrigin().Host;

    public bool HasServer => _options.Host.Length > 0;

    public async Task SendAsync(PendingMail mail, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        using var message = Compose(mail);
        using var client = new SmtpClient { Timeout = _options.TimeoutSeconds * 1000 };
        await client.ConnectAsync(_options.Host, _options.Port, SecureSocketOptions.StartTlsWhenAvailable, limit.Token);
        if (_options.User is { Length: > 0 } user) { await client.AuthenticateAsync(user, _options.Password ?? "", limit.Token); }
        await client.SendAsync(message, limit.Token);
        // The message is accepted; a server that slams the door now must not make us send it twice.
        client.Disconnect(quit: false, CancellationToken.None);
    }

    private MimeMessage Compose(PendingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, Date = mail.CreatedAt, MessageId = $"{mail.Id}@{_host}" };
        message.From.Add(MailboxAddress.Parse(_options.From ?? $"Benevolat <ne-pas-repondre@{_host}>"));
        message.To.Add(MailboxAddress.Parse(mail.Recipient));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        message.Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody();
        return message;
    }
}
