using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Benevolat.Notifications.Domain;

/// <summary>Names a person and a kind of e-mail in a link, signed so that nobody can unsubscribe anybody else. It never expires: old e-mails must still work.</summary>
public static class UnsubscribeToken
{
    private const int IdLength = 16;
    private const int SignatureLength = 32;

    public static string Sign(byte[] key, Guid accountId, NotificationKind kind)
    {
        byte[] content = [.. accountId.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(kind.ToKebab())];
        return Base64Url.EncodeToString([.. HMACSHA256.HashData(key, content), .. content]);
    }

    /// <returns>Null when the token wasn't signed with this key.</returns>
    public static (Guid AccountId, NotificationKind Kind)? Read(byte[] key, string token)
    {
        if (token.Length > 200 || !Base64Url.IsValid(token)) { return null; }

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= SignatureLength + IdLength) { return null; }

        var content = bytes.AsSpan(SignatureLength);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, content), bytes.AsSpan(0, SignatureLength))) { return null; }

        var name = Encoding.ASCII.GetString(content[IdLength..]);
        foreach (var kind in Enum.GetValues<NotificationKind>())
        {
            if (kind.ToKebab() == name) { return (new Guid(content[..IdLength], bigEndian: true), kind); }
        }

        return null;
    }
}
