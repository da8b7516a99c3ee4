using System.Security.Claims;
using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Benevolat.Identity.Features.Connect;

/// <summary>What tokens say: access tokens who and what role, never a name or an address (its hash, though, for who was invited by it); identity tokens also what their scopes ask for.</summary>
internal sealed class TokenPrincipals(UserManager<Account> accounts)
{
    /// <summary>A person as they are now, with the scopes that are open to them.</summary>
    public async Task<ClaimsPrincipal> PersonAsync(Account account, IEnumerable<string> scopes)
    {
        var roles = await accounts.GetRolesAsync(account);
        var open = scopes.Where(scope => Grants.IsOpenTo(scope, roles)).ToList();
        var identity = NewIdentity(account.Id.ToString());
        identity.SetClaims(Claims.Role, [.. roles]);
        if (account.EmailConfirmed) { identity.SetClaim(EmailHashes.Claim, EmailHashes.Of(account.Email!)); }
        if (open.Contains(Scopes.Profile)) { identity.SetClaim(Claims.GivenName, account.FirstName).SetClaim(Claims.Locale, account.Language); }
        if (open.Contains(Scopes.Email)) { identity.SetClaim(Claims.Email, account.Email).SetClaim(Claims.EmailVerified, account.EmailConfirmed); }
        return Finish(identity, open, person: true);
    }

    public static ClaimsPrincipal System(string clientId, IEnumerable<string> scopes) => Finish(NewIdentity(clientId), [.. scopes], person: false);

    private static ClaimsIdentity NewIdentity(string subject) =>
        new ClaimsIdentity("Benevolat.Identity", Claims.Subject, Claims.Role).SetClaim(Claims.Subject, subject);

    private static ClaimsPrincipal Finish(ClaimsIdentity identity, List<string> scopes, bool person)
    {
        identity.SetScopes(scopes);
        identity.SetResources(Grants.Audiences(scopes, person));
        identity.SetDestinations(claim => claim.Type switch
        {
            Claims.Role when scopes.Contains(Scopes.Roles) => [Destinations.AccessToken, Destinations.IdentityToken],
            Claims.Role or EmailHashes.Claim => [Destinations.AccessToken],
            Claims.GivenName or Claims.Locale or Claims.Email or Claims.EmailVerified => [Destinations.IdentityToken],
            _ => [],
        });
        return new ClaimsPrincipal(identity);
    }
}
