using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Benevolat.Identity.Clients;

/// <summary>The OAuth clients of the system itself, brought up to date at each start: origin and secret come from configuration.</summary>
internal sealed class ClientSeed(IdentityDb db, IOpenIddictApplicationManager clients, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Any constant will do, as long as all replicas use it.</summary>
    private const long Lock = 0x62656E65766F6175;
    private const string DevelopmentSecret = "benevolat-web-development-secret";

    /// <summary>Whether this process was told the site's secret; the verb <c>migrate</c> need not be.</summary>
    public bool IsConfigured => environment.IsDevelopment() || !string.IsNullOrEmpty(configuration["Identity:WebClientSecret"]);

    public async Task SeedAsync(CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", stop);
        await PutWebAsync(stop);
        await PutCliAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private Task PutWebAsync(CancellationToken stop)
    {
        var origin = configuration.PublicOrigin();
        var web = People("benevolat-web", "Benevolat", WebSecret());
        web.RedirectUris.Add(new Uri(origin, "/signin/callback"));
        // With the slash, as browsers and Uri.AbsoluteUri write it: the comparison is literal.
        web.PostLogoutRedirectUris.Add(new Uri(origin.AbsoluteUri));
        return PutAsync(web, stop);
    }

    private Task PutCliAsync(CancellationToken stop)
    {
        // A native application: its redirect may use any port of the loopback address.
        var cli = People("benevolat-cli", "Benevolat CLI", secret: null);
        cli.ApplicationType = ApplicationTypes.Native;
        cli.RedirectUris.Add(new Uri("http://127.0.0.1/callback"));
        return PutAsync(cli, stop);
    }

    /// <summary>A client that acts for itself: a network's system, an operator's tool.</summary>
    public Task PutSystemAsync(string id, string name, string secret, string scope, CancellationToken stop) => PutAsync(new()
    {
        ClientId = id,
        ClientSecret = secret,
        ClientType = ClientTypes.Confidential,
        DisplayName = name,
        Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials, Permissions.Prefixes.Scope + scope },
    }, stop);

    private static OpenIddictApplicationDescriptor People(string id, string name, string? secret)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = secret,
            ClientType = secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = name,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        string[] scopes = [Scopes.Profile, Scopes.Email, Scopes.Roles, .. Grants.Services, Grants.Ops];
        client.Permissions.UnionWith(scopes.Select(scope => Permissions.Prefixes.Scope + scope));
        return client;
    }

    private string WebSecret() => configuration["Identity:WebClientSecret"] is { Length: > 0 } secret
        ? secret
        : environment.IsDevelopment() ? DevelopmentSecret : throw new InvalidOperationException("Identity__WebClientSecret is not set.");

    private async Task PutAsync(OpenIddictApplicationDescriptor client, CancellationToken stop)
    {
        var known = await clients.FindByClientIdAsync(client.ClientId!, stop);
        if (known is null) { await clients.CreateAsync(client, stop); }
        else { await clients.UpdateAsync(known, client, stop); }
    }
}
