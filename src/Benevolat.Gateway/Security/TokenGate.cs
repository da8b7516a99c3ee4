using Microsoft.AspNetCore.Authentication;

namespace Benevolat.Gateway.Security;

/// <summary>A wrong token is refused here, once for all services; no token passes, since services decide what is public.</summary>
internal static class TokenGate
{
    public static void UseTokenGate(this WebApplication app) => app.Use(async (http, next) =>
    {
        // The authentication middleware keeps silent about failures; the handler remembers its verdict, so asking again is free.
        if (http.Request.Headers.Authorization.Count > 0 && (await http.AuthenticateAsync()).Failure is not null) { await http.ChallengeAsync(); }
        else { await next(http); }
    });
}
