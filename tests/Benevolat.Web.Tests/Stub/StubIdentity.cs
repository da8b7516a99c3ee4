using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Benevolat.Web.Tests.Stub;

/// <summary>Who signs in next.</summary>
public sealed record Person(Guid Id, string FirstName, params string[] Roles)
{
    public static Person Named(string firstName, params string[] roles) => new(Guid.CreateVersion7(), firstName, roles);
}

/// <summary>An OpenID provider that says yes to everybody, in as little as the site's client accepts.</summary>
public sealed class StubIdentity(Func<string> origin)
{
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "stub" };
    private readonly ConcurrentDictionary<string, (Person Person, string? Nonce)> codes = new();
    private readonly ConcurrentDictionary<string, Person> refreshTokens = new();
    private int refreshes;

    public Person Next { get; set; } = Person.Named("Claire");

    public TimeSpan AccessTokenLife { get; set; } = TimeSpan.FromMinutes(10);

    public bool IsAway { get; set; }

    public bool RefusesRefresh { get; set; }

    public int Refreshes => refreshes;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/openid-configuration", () => IsAway ? Results.StatusCode(503) : Results.Json(new
        {
            issuer = origin(),
            // As Identity does it for those who ask inside: some addresses inside, some public; only the paths count.
            authorization_endpoint = $"{origin()}/connect/authorize",
            token_endpoint = "http://inside.invalid/connect/token",
            userinfo_endpoint = "http://inside.invalid/connect/userinfo",
            end_session_endpoint = $"{origin()}/connect/logout",
            jwks_uri = "http://inside.invalid/.well-known/jwks",
        }));
        app.MapGet("/.well-known/jwks", () => new { keys = new[] { Public() } });
        app.MapGet("/connect/authorize", Authorize);
        app.MapPost("/connect/token", (Delegate)TokenAsync);
        app.MapGet("/connect/userinfo", (HttpContext http) => UserInfo(http));
        app.MapPost("/connect/logout", (HttpContext http) => Results.Redirect(http.Request.Form["post_logout_redirect_uri"].ToString()));
    }

    private IResult Authorize(string redirect_uri, string state, string? nonce, string code_challenge, string code_challenge_method)
    {
        if (code_challenge is not { Length: > 20 } || code_challenge_method != "S256") { return Results.BadRequest(); }
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (Next, nonce);
        return Results.Redirect(QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["code"] = code, ["state"] = state, ["iss"] = origin() + "/" }));
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["grant_type"] == "refresh_token")
        {
            Interlocked.Increment(ref refreshes);
            // Each refresh token serves once: whoever comes second with it would be signed out.
            return !RefusesRefresh && refreshTokens.TryRemove(form["refresh_token"].ToString(), out var known)
                ? Tokens(known, null)
                : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        return codes.TryRemove(form["code"].ToString(), out var granted) ? Tokens(granted.Person, granted.Nonce) : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
    }

    private IResult Tokens(Person person, string? nonce)
    {
        var refresh = Guid.NewGuid().ToString("N");
        refreshTokens[refresh] = person;
        var claims = new Dictionary<string, object> { ["sub"] = person.Id.ToString(), ["given_name"] = person.FirstName };
        if (nonce is not null) { claims["nonce"] = nonce; }
        if (person.Roles.Length > 0) { claims["role"] = person.Roles; }
        var identity = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = origin() + "/",
            Audience = "benevolat-web",
            Claims = claims,
            SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new
        {
            access_token = $"{person.Id}.{Guid.NewGuid():N}",
            token_type = "Bearer",
            expires_in = (int)AccessTokenLife.TotalSeconds,
            refresh_token = refresh,
            id_token = identity,
            scope = "openid profile",
        });
    }

    /// <summary>Whose token a call carries.</summary>
    public static Guid Caller(HttpContext http) => Guid.Parse(http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal).Split('.')[0]);

    private static IResult UserInfo(HttpContext http) => Results.Json(new { sub = Caller(http).ToString() });

    private object Public()
    {
        var parameters = key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, alg = "RS256", n = WebEncoders.Base64UrlEncode(parameters.Modulus!), e = WebEncoders.Base64UrlEncode(parameters.Exponent!) };
    }
}
