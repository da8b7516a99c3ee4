namespace Benevolat.Identity.Mail;

/// <summary>The mail server, section <c>Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>Empty: mails wait in the database until there is a server.</summary>
    public string Host { get; set; } = "";
    public int Port { get; set; } = 25;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>Sender; by default <c>ne-pas-repondre@</c> the site's host.</summary>
    public string? From { get; set; }
    public int TimeoutSeconds { get; set; } = 10;
}
