using System.Security.Cryptography;
using System.Text;

namespace Benevolat.Notifications.Domain;

/// <summary>
/// The Message-ID of an e-mail follows from its cause, recipient and kind. No mail server commits with our database, so a process that dies
/// between the server's yes and our commit sends again: with the same id, which lets mailboxes show it once.
/// </summary>
public static class MessageIdentity
{
    public static string Of(Delivery delivery, string host)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var name = SHA256.HashData(Encoding.UTF8.GetBytes($"{delivery.Cause}|{delivery.RecipientId}|{delivery.Kind.ToKebab()}"));
        return $"{Convert.ToHexStringLower(name, 0, 20)}@{host}";
    }
}
