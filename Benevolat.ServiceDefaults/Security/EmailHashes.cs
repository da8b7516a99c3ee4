using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Benevolat.ServiceDefaults.Security;

/// <summary>
/// Whether an account's address is a given one, for services that don't know the account's: Identity puts the hash of it into the account's
/// access tokens. It hides the address from who reads a token by chance, not from who can guess it; tokens are as confidential as before.
/// </summary>
public static class EmailHashes
{
    public const string Claim = "email_hash";

    /// <summary>SHA-256 of the address without spaces around it and in lower case, as base64url.</summary>
    public static string Of(string email) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())));

    /// <summary>The hash of the caller's address; null for systems, and in tokens from before there was one.</summary>
    public static string? EmailHash(this ClaimsPrincipal user) => user.FindFirstValue(Claim);
}
