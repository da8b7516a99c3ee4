using Microsoft.AspNetCore.Authentication;

namespace Benevolat.Gateway.Security;

/// <summary>A wrong token is refused here, once for all services; no token passes, since services decide what is public.</summary>
internal static class TokenGate
{
    public static void UseTokenGate(this WebApplication app) => app.Use((http, next) =>
        http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is { Failure: not null } ? http.ChallengeAsync() : next(http));
}
