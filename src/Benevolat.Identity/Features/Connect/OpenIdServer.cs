using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.Identity.Keys;
using Benevolat.ServiceDefaults.Security;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Benevolat.Identity.Features.Connect;

/// <summary>OpenIddict as the system uses it: code + PKCE, rotating refresh tokens, client credentials, signed access tokens of ten minutes.</summary>
internal static class OpenIdServer
{
    /// <summary>Parallel requests of one front end may present the same refresh token; later than this it is theft.</summary>
    private const int ReuseLeewaySeconds = 10;

    public static IServiceCollection AddOpenIdServer(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ServerCredentials>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<ServerCredentials>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<ServerCredentials>());
        services.AddScoped<TokenPrincipals>();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                Endpoints(server, configuration);
                Tokens(server, configuration);
            });
        return services;
    }

    public static void MapOpenIdServer(this IEndpointRouteBuilder app)
    {
        Authorize.Map(app);
        Exchange.Map(app);
        UserInfo.Map(app);
        EndSession.Map(app);
    }

    private static void Endpoints(OpenIddictServerBuilder server, IConfiguration configuration)
    {
        server.SetIssuer(configuration.PublicOrigin())
            .SetAuthorizationEndpointUris(Authorize.Path)
            .SetTokenEndpointUris(Exchange.Path)
            .SetUserInfoEndpointUris(UserInfo.Path)
            .SetEndSessionEndpointUris(EndSession.Path)
            .SetRevocationEndpointUris("/connect/revoke");
        server.AddEventHandler(DiscoveryAddresses.Descriptor).AddEventHandler(CleanParameters.Descriptor);
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .EnableErrorPassthrough()
            // TLS ends at the gateway; inside, requests are plain http.
            .DisableTransportSecurityRequirement();
    }

    private static void Tokens(OpenIddictServerBuilder server, IConfiguration configuration)
    {
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow()
            .RegisterPromptValues(Authorize.PromptCreate)
            .RegisterScopes([Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.Roles, Scopes.OfflineAccess, .. Grants.Services, Grants.Network, Grants.Ops])
            .RegisterClaims(Claims.Role, Claims.GivenName, Claims.Locale, Claims.Email, Claims.EmailVerified)
            .DisableAccessTokenEncryption()
            .SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2))
            .SetAccessTokenLifetime(TimeSpan.FromMinutes(10))
            .SetIdentityTokenLifetime(TimeSpan.FromMinutes(10))
            .SetRefreshTokenLifetime(TimeSpan.FromDays(14))
            .SetRefreshTokenReuseLeeway(TimeSpan.FromSeconds(configuration.GetValue("Identity:RefreshReuseLeewaySeconds", ReuseLeewaySeconds)));
        // S256 only: with "plain" whoever reads the authorization request can redeem the code.
        server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
    }
}
