using Benevolat.Identity.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Benevolat.Identity.Features.Connect;

/// <summary>OpenID's userinfo: what the scopes of the access token allow, as it is now.</summary>
internal static class UserInfo
{
    public const string Path = "/connect/userinfo";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], HandleAsync).AllowAnonymous().ExcludeFromDescription().WithName(nameof(UserInfo));

    private static async Task<IResult> HandleAsync(HttpContext http, UserManager<Account> accounts)
    {
        var token = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var account = Guid.TryParse(token.GetClaim(Claims.Subject), out var id) ? await accounts.FindByIdAsync(id.ToString()) : null;
        if (account is null)
        {
            return TypedResults.Challenge(
                new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidToken }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var answer = new Dictionary<string, object> { [Claims.Subject] = account.Id };
        if (token.HasScope(Scopes.Email)) { (answer[Claims.Email], answer[Claims.EmailVerified]) = (account.Email!, account.EmailConfirmed); }
        if (token.HasScope(Scopes.Profile)) { (answer[Claims.GivenName], answer[Claims.Locale]) = (account.FirstName, account.Language); }
        if (token.HasScope(Scopes.Roles)) { answer[Claims.Role] = await accounts.GetRolesAsync(account); }
        return TypedResults.Ok(answer);
    }
}
