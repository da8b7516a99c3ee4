using System.Globalization;
using System.Security.Claims;
using Benevolat.Web.Errors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Received = OpenIddict.Client.AspNetCore.OpenIddictClientAspNetCoreConstants.Tokens;

namespace Benevolat.Web.SignIn;

/// <summary>The addresses through which people come and go.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder site)
    {
        // A missing secret is said at the start, not to the first person who signs in.
        _ = site.ServiceProvider.GetRequiredService<IOptionsMonitor<OpenIddictClientOptions>>().CurrentValue;
        site.MapGet("/connexion", StartAsync).AllowAnonymous();
        site.MapGet(SignInModule.Callback, (Delegate)FinishAsync).AllowAnonymous();
        site.MapGet("/inscription", SignUp).AllowAnonymous();
        site.MapPost("/deconnexion", LeaveAsync).AllowAnonymous();
    }

    /// <summary>Sends the person to Identity, and afterwards back to the page they came from.</summary>
    private static async Task<Results<RedirectHttpResult, ChallengeHttpResult>> StartAsync(HttpContext http, IdentityConfiguration identity, string? retour)
    {
        var back = LocalUrl.OrHome(retour);
        if (http.User.Identity is { IsAuthenticated: true }) { return TypedResults.Redirect(back); }

        // Asked first, because OpenIddict would make a 400 of an Identity that is away, as if the person had done something wrong.
        await identity.GetConfigurationAsync(http.RequestAborted);
        return TypedResults.Challenge(new AuthenticationProperties { RedirectUri = back }, [OpenIddictClientAspNetCoreDefaults.AuthenticationScheme]);
    }

    /// <summary>Identity has sent the person back: OpenIddict has checked state, code and tokens; a session begins.</summary>
    private static async Task<Results<SignInHttpResult, RedirectHttpResult>> FinishAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
        if (result is not { Succeeded: true, Principal: { } person, Properties: { } received } || Tokens(received) is not { } tokens)
        {
            return TypedResults.Redirect("/");
        }

        var properties = new AuthenticationProperties { RedirectUri = LocalUrl.OrHome(received.RedirectUri), IsPersistent = true };
        tokens.StoreIn(properties);
        return TypedResults.SignIn(Principal(person), properties, CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Identity's page for a new account, which leads back here through the sign-in.</summary>
    private static RedirectHttpResult SignUp(string? retour)
    {
        var back = QueryHelpers.AddQueryString("/connexion", "retour", LocalUrl.OrHome(retour));
        return TypedResults.Redirect(QueryHelpers.AddQueryString("/account/sign-up", "returnUrl", back));
    }

    /// <summary>
    /// Ends the session here, then hands the form on to Identity to end its own: 307 keeps it a POST from this origin, which no other
    /// site can forge, so that no token has to pass through the browser as proof.
    /// </summary>
    private static async Task<Results<RedirectHttpResult, BadRequest>> LeaveAsync(HttpContext http, IAntiforgery antiforgery, IdentityConfiguration identity)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) { return TypedResults.BadRequest(); }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return await EndOfSessionAsync(identity, http.RequestAborted) is { } end
            ? TypedResults.Redirect(end, permanent: false, preserveMethod: true)
            : TypedResults.Redirect("/");
    }

    private static async Task<string?> EndOfSessionAsync(IdentityConfiguration identity, CancellationToken stop)
    {
        try
        {
            return (await identity.GetConfigurationAsync(stop)).EndSessionEndpoint?.PathAndQuery;
        }
        catch (Exception away) when (ServiceAway.Is(away))
        {
            // Identity is away: this site's session has ended all the same.
            return null;
        }
    }

    private static SessionTokens? Tokens(AuthenticationProperties received) =>
        received.GetTokenValue(Received.BackchannelAccessToken) is { } access
        && DateTimeOffset.TryParse(received.GetTokenValue(Received.BackchannelAccessTokenExpirationDate), CultureInfo.InvariantCulture, out var expires)
            ? new SessionTokens(access, expires, received.GetTokenValue(Received.RefreshToken))
            : null;

    /// <summary>What the site needs to know of a person: who, how to greet, which menus to show.</summary>
    private static ClaimsPrincipal Principal(ClaimsPrincipal person)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.AddClaim(new(Claims.Subject, person.FindFirstValue(Claims.Subject) ?? ""));
        identity.AddClaim(new(Claims.Name, person.FindFirstValue(Claims.GivenName) ?? person.FindFirstValue(Claims.Name) ?? ""));
        identity.AddClaims(person.FindAll(Claims.Role).Concat(person.FindAll("roles")).Select(role => new Claim(Claims.Role, role.Value)));
        return new ClaimsPrincipal(identity);
    }
}
