using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Benevolat.Notifications.Mail;

/// <summary>Our side of the mail server. One connection serves many messages; used by one worker only.</summary>
public sealed class Mailbox : IDisposable
{
    private readonly SmtpOptions _options;
    private SmtpClient _client;

    public Mailbox(IOptions<SmtpOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _client = New();
    }

    /// <exception cref="MailServerAwayException">The server is away.</exception>
    /// <exception cref="MailRefusedException">The message was refused.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_options.Timeout);
        await ConnectAsync(limit.Token);
        try
        {
            await _client.SendAsync(message, limit.Token);
        }
        catch (SmtpCommandException refusal)
        {
            throw Explain(refusal);
        }
        catch (Exception exception) when (IsBrokenConnection(exception))
        {
            // Whether the server or the message broke the connection, nobody can tell: it counts against the message, or one that
            // makes a server hang up would stop all the others for ever.
            Drop();
            throw new MailRefusedException("connection lost", isFinal: false);
        }
    }

    /// <summary>Frees the server's connection while there is nothing to send.</summary>
    public async Task HangUpAsync()
    {
        if (!_client.IsConnected) { return; }
        using var limit = new CancellationTokenSource(_options.Timeout);
        try
        {
            await _client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception exception) when (IsBrokenConnection(exception))
        {
            Drop(); // it hung up first: that's what we wanted
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task ConnectAsync(CancellationToken stop)
    {
        if (_client.IsConnected) { return; }
        try
        {
            await _client.ConnectAsync(_options.Host, _options.Port, _options.Security, stop);
            if (!string.IsNullOrEmpty(_options.User)) { await _client.AuthenticateAsync(_options.User, _options.Password ?? "", stop); }
        }
        catch (Exception exception) when (IsBrokenConnection(exception)
            || exception is CommandException or AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            Drop();
            throw new MailServerAwayException(exception.GetType().Name);
        }
    }

    private static bool IsBrokenConnection(Exception exception) => exception is ProtocolException or ServiceNotConnectedException
        or IOException or SocketException or TimeoutException or OperationCanceledException;

    /// <summary>Without a word: after an error the server may not be listening any more.</summary>
    private void Drop()
    {
        _client.Dispose();
        _client = New();
    }

    private SmtpClient New() => new() { Timeout = (int)_options.Timeout.TotalMilliseconds };

    /// <summary>421 is "closing", a refused sender is our configuration: both concern every message. A refused recipient (5xx) is final.</summary>
    private static Exception Explain(SmtpCommandException refusal)
    {
        var code = (int)refusal.StatusCode;
        return code == 421 || refusal.ErrorCode is SmtpErrorCode.SenderNotAccepted
            ? new MailServerAwayException($"smtp {code}")
            : new MailRefusedException($"smtp {code}", isFinal: code >= 500 && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted);
    }
}
