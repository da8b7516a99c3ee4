using Benevolat.ServiceDefaults.Security;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Benevolat.Identity.Keys;

/// <summary>Where Identity's own REST endpoints find the keys of access tokens: in memory, instead of asking itself over HTTP.</summary>
internal sealed class LocalKeys(KeyRing ring, IConfiguration configuration) : IConfigurationManager<OpenIdConnectConfiguration>
{
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var known = new OpenIdConnectConfiguration { Issuer = configuration.PublicOrigin().AbsoluteUri };
        foreach (var key in ring.Signing) { known.SigningKeys.Add(key); }
        return Task.FromResult(known);
    }

    public void RequestRefresh()
    {
        // The ring is always current: there is nothing to fetch.
    }
}
