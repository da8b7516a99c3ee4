using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.ServiceDefaults.Problems;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Benevolat.Identity.Features.Connect;

/// <summary>Authorization code with PKCE: whoever has a session gets a code for the client; whoever has none signs in first.</summary>
internal static class Authorize
{
    public const string Path = "/connect/authorize";

    /// <summary>OpenID's word for "let them create an account".</summary>
    public const string PromptCreate = "create";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], HandleAsync).AllowAnonymous().ExcludeFromDescription().WithName(nameof(Authorize));

    private static async Task<IResult> HandleAsync(HttpContext http, UserManager<Account> accounts, TokenPrincipals principals, TimeProvider clock)
    {
        if (http.GetOpenIddictServerResponse() is { Error: not null }) { throw new ProblemException(StatusCodes.Status400BadRequest, ConnectRules.BadLink); }

        var request = http.GetOpenIddictServerRequest()!;
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var account = session.Succeeded && !MustSignInAgain(request, session, clock) ? await accounts.GetUserAsync(session.Principal) : null;
        if (account is null)
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refusals.Refuse(Errors.LoginRequired, "Nobody is signed in.")
                : TypedResults.LocalRedirect(SignInPage(request));
        }

        var roles = await accounts.GetRolesAsync(account);
        return request.GetScopes().FirstOrDefault(scope => !Grants.IsOpenTo(scope, roles)) is { } refused
            ? Refusals.Refuse(Errors.AccessDenied, $"This account may not have the scope '{refused}'.")
            : TypedResults.SignIn(await principals.PersonAsync(account, request.GetScopes()), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static bool MustSignInAgain(OpenIddictRequest request, AuthenticateResult session, TimeProvider clock) =>
        request.HasPromptValue(PromptValues.Login)
        || request.HasPromptValue(PromptCreate)
        || (request.MaxAge is { } seconds && clock.GetUtcNow() - (session.Properties?.IssuedUtc ?? DateTimeOffset.MinValue) > TimeSpan.FromSeconds(seconds));

    /// <summary>Back here afterwards with the same request, save the wish to be asked, which will then be fulfilled.</summary>
    private static string SignInPage(OpenIddictRequest request)
    {
        var again = request.GetParameters()
            .Where(parameter => parameter.Key is not (Parameters.Prompt or Parameters.MaxAge))
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value));
        var page = request.HasPromptValue(PromptCreate) ? "/account/sign-up" : "/account/sign-in";
        return page + QueryString.Create("returnUrl", Path + QueryString.Create(again!));
    }
}
