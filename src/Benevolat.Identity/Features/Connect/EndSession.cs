using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Benevolat.Identity.Features.Connect;

/// <summary>
/// OpenID's end of session. It ends at once for who shows the identity token of the session's person, or comes from a page of
/// our own origin (which browsers tell and pages can't forge). Any other page may have sent the browser here, so the person is asked.
/// </summary>
internal static class EndSession
{
    public const string Path = "/connect/logout";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], HandleAsync).AllowAnonymous().ExcludeFromDescription().WithName(nameof(EndSession));

    private static async Task<IResult> HandleAsync(HttpContext http, IConfiguration configuration)
    {
        if (http.GetOpenIddictServerResponse() is { Error: not null }) { throw new ProblemException(StatusCodes.Status400BadRequest, ConnectRules.BadLink); }

        var request = http.GetOpenIddictServerRequest()!;
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var hint = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        var trusted = IsOurs(http.Request, configuration.PublicOrigin()) || hint?.GetClaim(Claims.Subject) == session.Principal?.GetClaim(Claims.Subject);
        if (session.Succeeded && !trusted)
        {
            return TypedResults.LocalRedirect("/account/sign-out" + QueryString.Create("returnUrl", Again(request)));
        }

        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        // OpenIddict sends the browser to the client's registered address if one was asked for, else to the home page.
        return TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    /// <summary>Sec-Fetch-Site is not sent to plain http addresses, Origin not with a GET: either will do.</summary>
    private static bool IsOurs(HttpRequest request, Uri origin) =>
        request.Headers["Sec-Fetch-Site"] == "same-origin" || request.Headers.Origin == origin.GetLeftPart(UriPartial.Authority);

    private static string Again(OpenIddictRequest request)
    {
        var parameters = new Dictionary<string, string?>
        {
            [Parameters.ClientId] = request.ClientId,
            [Parameters.PostLogoutRedirectUri] = request.PostLogoutRedirectUri,
            [Parameters.State] = request.State,
        };
        return Path + QueryString.Create(parameters.Where(parameter => parameter.Value is not null));
    }
}
