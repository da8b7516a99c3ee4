using Benevolat.Identity.Data;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Benevolat.Identity.Features.Connect;

/// <summary>The token endpoint. OpenIddict has checked client, secret, PKCE and the code or refresh token before this runs.</summary>
internal static class Exchange
{
    public const string Path = "/connect/token";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).AllowAnonymous().ExcludeFromDescription().WithName(nameof(Exchange));

    private static async Task<IResult> HandleAsync(HttpContext http, UserManager<Account> accounts, TokenPrincipals principals)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            return TypedResults.SignIn(TokenPrincipals.System(request.ClientId!, request.GetScopes()), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        }

        var granted = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var account = await accounts.FindByIdAsync(granted.GetClaim(Claims.Subject)!);
        if (account is null) { return Refusals.Refuse(Errors.InvalidGrant, "The account is no longer there."); }

        // A refresh may ask for fewer scopes; OpenIddict refuses more. Roles and rights are those of today, not of the sign-in.
        var scopes = request.GetScopes() is { Length: > 0 } fewer ? fewer : granted.GetScopes();
        return TypedResults.SignIn(await principals.PersonAsync(account, scopes), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
