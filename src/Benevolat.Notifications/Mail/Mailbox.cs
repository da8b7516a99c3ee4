using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Benevolat.Notifications.Mail;

/// <summary>Our side of the mail server. One connection serves many messages; used by one worker only.</summary>
public sealed class Mailbox(IOptions<SmtpOptions> options) : IDisposable
{
    private readonly SmtpClient _client = new() { Timeout = (int)options.Value.Timeout.TotalMilliseconds };

    /// <exception cref="MailServerAwayException">The server is away.</exception>
    /// <exception cref="MailRefusedException">The message was refused.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken stop)
    {
        await ConnectAsync(stop);
        try
        {
            await _client.SendAsync(message, stop);
        }
        catch (SmtpCommandException refusal)
        {
            throw Explain(refusal);
        }
        catch (Exception exception) when (exception is ProtocolException or ServiceNotConnectedException or IOException or SocketException or TimeoutException)
        {
            // Whether the server or the message broke the connection, nobody can tell: it counts against the message, or one that
            // makes a server hang up would stop all the others for ever.
            await HangUpAsync(stop);
            throw new MailRefusedException("connection lost", isFinal: false);
        }
    }

    /// <summary>Frees the server's connection while there is nothing to send.</summary>
    public async Task HangUpAsync(CancellationToken stop)
    {
        if (!_client.IsConnected) { return; }
        try
        {
            await _client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception exception) when (exception is ProtocolException or ServiceNotConnectedException or IOException or SocketException)
        {
            // It hung up first: that's what we wanted.
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task ConnectAsync(CancellationToken stop)
    {
        if (_client.IsConnected) { return; }
        var smtp = options.Value;
        try
        {
            await _client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, stop);
            if (!string.IsNullOrEmpty(smtp.User)) { await _client.AuthenticateAsync(smtp.User, smtp.Password ?? "", stop); }
        }
        catch (Exception exception) when (exception is SocketException or IOException or ProtocolException or CommandException
            or AuthenticationException or SslHandshakeException or NotSupportedException or TimeoutException)
        {
            await HangUpAsync(stop);
            throw new MailServerAwayException(exception.GetType().Name);
        }
    }

    /// <summary>421 is "closing", a refused sender is our configuration: both concern every message. A refused recipient (5xx) is final.</summary>
    private static Exception Explain(SmtpCommandException refusal)
    {
        var code = (int)refusal.StatusCode;
        return code == 421 || refusal.ErrorCode is SmtpErrorCode.SenderNotAccepted
            ? new MailServerAwayException($"smtp {code}")
            : new MailRefusedException($"smtp {code}", isFinal: code >= 500 && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted);
    }
}
