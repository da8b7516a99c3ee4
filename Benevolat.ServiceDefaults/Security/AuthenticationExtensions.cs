using Benevolat.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Tokens;

namespace Benevolat.ServiceDefaults.Security;

/// <summary>Access tokens of Identity, checked in every service: signature, issuer, life, and that they are meant for this one.</summary>
public static class AuthenticationExtensions
{
    /// <summary>Needs <c>Public:Origin</c> (the issuer) and the endpoint <c>http://identity</c> (its keys).</summary>
    /// <param name="audience">The service's name; null accepts tokens for any service (the gateway).</param>
    public static IHostApplicationBuilder AddAccessTokens(this IHostApplicationBuilder builder, string? audience)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
#pragma warning disable EXTEXP0001 // Retries would hold every request with a token for seconds while Identity is away; the next request asks again.
        builder.Services.AddHttpClient("identity-keys", http => http.Timeout = TimeSpan.FromSeconds(10)).RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<CachedTokenHandler>();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IHttpClientFactory, CachedTokenHandler>((jwt, clients, tokens) =>
            {
                jwt.MetadataAddress = "http://identity/.well-known/openid-configuration";
                jwt.RequireHttpsMetadata = false; // inside the system; the issuer itself is the public origin
                jwt.Backchannel = clients.CreateClient("identity-keys");
                jwt.MapInboundClaims = false;
                jwt.TokenHandlers.Clear();
                jwt.TokenHandlers.Add(tokens);
                jwt.TokenValidationParameters = Validation(builder.Configuration.PublicOrigin(), audience);
                jwt.Events = new JwtBearerEvents { OnAuthenticationFailed = KeysOutOfReachIsNotTheCallersFault };
            });
        Policies.Add(builder.Services.AddAuthorizationBuilder());
        return builder;
    }

    /// <summary>The one public address of the system, without a slash at the end: issuer of tokens, root of links in e-mails.</summary>
    public static Uri PublicOrigin(this IConfiguration configuration) =>
        new(configuration["Public:Origin"] ?? "http://localhost:8080");

    private static TokenValidationParameters Validation(Uri origin, string? audience) => new()
    {
        ValidIssuers = [origin.AbsoluteUri, origin.AbsoluteUri.TrimEnd('/')],
        ValidAudience = audience,
        ValidateAudience = audience is not null,
        ValidTypes = ["at+jwt"],
        NameClaimType = "sub",
        RoleClaimType = "role",
        ClockSkew = TimeSpan.FromSeconds(30),
    };

    /// <summary>While Identity is away a token can't be judged: 503 with Retry-After, never a 401 that would sign people out.</summary>
    private static Task KeysOutOfReachIsNotTheCallersFault(AuthenticationFailedContext context)
    {
        var keysAreAway = context.Exception is InvalidOperationException { InnerException: not null } or HttpRequestException;
        return keysAreAway
            ? throw new ProblemException(StatusCodes.Status503ServiceUnavailable, HttpRules.Unavailable)
            : Task.CompletedTask;
    }
}
