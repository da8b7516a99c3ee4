using MailKit.Security;

namespace Benevolat.Notifications.Mail;

/// <summary>The mail server, section <c>Smtp</c>.</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "localhost";

    public int Port { get; set; } = 1025;

    /// <summary>The sender; <c>ne-pas-repondre@</c> and the host of <c>Public:Origin</c> when absent.</summary>
    public string? From { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Encrypts where the server offers it; <c>StartTls</c> or <c>SslOnConnect</c> insist on it.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTlsWhenAvailable;

    /// <summary>For one message, connecting included, so that a silent server never holds a delivery for long.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
