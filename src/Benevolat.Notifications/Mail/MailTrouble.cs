namespace Benevolat.Notifications.Mail;

/// <summary>No message can be sent now: the server is down, or refuses us. No delivery is at fault. The message is a code, never an address.</summary>
public sealed class MailServerAwayException(string code) : Exception(code);

/// <summary>This message was refused. The exception's message is a code, since servers repeat the address in their sentences.</summary>
/// <param name="isFinal">The server said that trying again is of no use.</param>
public sealed class MailRefusedException(string code, bool isFinal) : Exception(code)
{
    public bool IsFinal { get; } = isFinal;
}
