using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Benevolat.Web.SignIn;

/// <summary>The tokens of a session, as they lie in its ticket.</summary>
internal sealed record SessionTokens(string AccessToken, DateTimeOffset ExpiresAt, string? RefreshToken)
{
    private const string Expiry = "expires_at";

    /// <summary>Renewed this long before the end, so that no call starts with a token that dies on the way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    public bool IsFresh(DateTimeOffset now) => ExpiresAt - Margin > now;

    public static SessionTokens? From(AuthenticationProperties properties)
    {
        var access = properties.GetTokenValue("access_token");
        return access is not null && DateTimeOffset.TryParse(properties.GetTokenValue(Expiry), CultureInfo.InvariantCulture, out var expires)
            ? new SessionTokens(access, expires, properties.GetTokenValue("refresh_token"))
            : null;
    }

    public void StoreIn(AuthenticationProperties properties)
    {
        List<AuthenticationToken> tokens =
        [
            new() { Name = "access_token", Value = AccessToken },
            new() { Name = Expiry, Value = ExpiresAt.ToString("O", CultureInfo.InvariantCulture) },
        ];
        if (RefreshToken is not null) { tokens.Add(new() { Name = "refresh_token", Value = RefreshToken }); }
        properties.StoreTokens(tokens);
    }
}
