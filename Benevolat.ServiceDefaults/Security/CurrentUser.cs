using System.Security.Claims;

namespace Benevolat.ServiceDefaults.Security;

/// <summary>What the access token says of the caller.</summary>
public static class CurrentUser
{
    /// <summary>The person's account id. Only behind <see cref="Policies.Person"/> or <see cref="Policies.Moderator"/>.</summary>
    public static Guid AccountId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue("sub"), out var id) ? id : throw new InvalidOperationException("The endpoint lets callers in that are no person.");

    /// <summary>The person's account id, or null for anonymous callers and systems.</summary>
    public static Guid? AccountIdOrNull(this ClaimsPrincipal user) => user.IsPerson() ? user.AccountId() : null;

    /// <summary>The OAuth client that calls: a network's system, a front end, a tool.</summary>
    public static string? ClientId(this ClaimsPrincipal user) => user.FindFirstValue("client_id");

    /// <summary>The client of a network: who its token says, never who its request says. Only behind <see cref="Policies.Network"/>.</summary>
    public static string NetworkClientId(this ClaimsPrincipal user) =>
        user.ClientId() ?? user.FindFirstValue("sub") ?? throw new InvalidOperationException("A token of a client names no client.");

    /// <summary>A person's subject is a UUID; a client's subject is its client id.</summary>
    public static bool IsPerson(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue("sub"), out _);

    public static bool HasScope(this ClaimsPrincipal user, string scope) =>
        user.FindAll("scope").Any(claim => claim.Value.Split(' ').Contains(scope, StringComparer.Ordinal));
}
