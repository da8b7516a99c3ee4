using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Client;

namespace Benevolat.Web.SignIn;

/// <summary>Sign-in with Identity by code and PKCE; the browser gets a session cookie, never a token.</summary>
internal static class SignInModule
{
    public const string ClientId = "benevolat-web";
    public const string Callback = "/signin/callback";

    /// <summary>Known to both sides on a development machine; deployments set <c>Web:ClientSecret</c>.</summary>
    private const string DevelopmentSecret = "benevolat-web-development-secret";

    public static readonly string[] Scopes =
        ["openid", "profile", "email", "roles", "offline_access", "missions", "volunteers", "matching", "notifications"];

    private static readonly TimeSpan SessionLife = TimeSpan.FromDays(7);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var origin = builder.Configuration.PublicOrigin();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<SessionSweep>().AddHostedService(services => services.GetRequiredService<SessionSweep>());
        builder.Services.AddScoped<TokenRefresh>();
        builder.Services.AddHttpClient(IdentityConfiguration.Client);
        builder.Services.AddSingleton(services =>
            new IdentityConfiguration(services.GetRequiredService<IHttpClientFactory>(), services.GetRequiredService<TimeProvider>(), origin));

        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionStore>((cookie, store) => Configure(cookie, store, origin));
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();

        builder.Services.AddOpenIddict().AddClient(client => Configure(client, origin));
        builder.Services.AddOptions<OpenIddictClientOptions>().Configure<IdentityConfiguration, IConfiguration, IHostEnvironment>(
            (client, identity, settings, environment) => client.Registrations.Add(Registration(origin, Secret(settings, environment), identity)));
    }

    private static string Secret(IConfiguration settings, IHostEnvironment environment) => settings["Web:ClientSecret"] is { Length: > 0 } secret
        ? secret
        : environment.IsProduction() ? throw new InvalidOperationException("Web__ClientSecret is not set.") : DevelopmentSecret;

    private static void Configure(CookieAuthenticationOptions cookie, SessionStore store, Uri origin)
    {
        cookie.SessionStore = store;
        cookie.Cookie.Name = origin.CookieName("benevolat");
        cookie.Cookie.SecurePolicy = origin.CookieSecurity();
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.HttpOnly = true;
        cookie.ExpireTimeSpan = SessionLife;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/connexion";
        cookie.ReturnUrlParameter = "retour";
        cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<TokenRefresh>().ValidateAsync(context);
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static void Configure(OpenIddictClientBuilder client, Uri origin)
    {
        client.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow();
        client.SetRedirectionEndpointUris(Callback);
        client.DisableTokenStorage();
        // The state is protected with the keys in the database, which every replica has; these two only satisfy OpenIddict's check.
        client.AddEphemeralEncryptionKey().AddEphemeralSigningKey().UseDataProtection();
        client.UseSystemNetHttp();
        // TLS ends at the gateway.
        client.UseAspNetCore().EnableRedirectionEndpointPassthrough().EnableStatusCodePagesIntegration().DisableTransportSecurityRequirement()
            .Configure(host => host.CookieBuilder = new CookieBuilder
            {
                Name = "benevolat-signin",
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                SecurePolicy = origin.CookieSecurity(),
            });
    }

    private static OpenIddictClientRegistration Registration(Uri origin, string secret, IdentityConfiguration identity)
    {
        var registration = new OpenIddictClientRegistration
        {
            Issuer = origin,
            ClientId = ClientId,
            ClientSecret = secret,
            RedirectUri = new Uri(origin, Callback),
            ConfigurationManager = identity,
        };
        registration.Scopes.UnionWith(Scopes);
        return registration;
    }
}
