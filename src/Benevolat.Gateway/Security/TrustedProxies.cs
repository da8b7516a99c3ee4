using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Benevolat.Gateway.Security;

/// <summary>
/// Who may say on whose behalf it calls: <c>ForwardedHeaders:KnownProxies</c>, addresses or CIDR ranges, separated by commas.
/// From anybody else X-Forwarded-* is ignored, so nobody chooses the address that their limits are counted on.
/// </summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this WebApplicationBuilder builder) => builder.Services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null; // as many hops as are known
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var known in Known(builder.Configuration))
        {
            if (known.Contains('/')) { options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(known)); }
            else { options.KnownProxies.Add(IPAddress.Parse(known)); }
        }
    });

    /// <summary>Without known proxies the middleware would trust everybody: it stays out.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (Known(app.Configuration).Length > 0) { app.UseForwardedHeaders(); }
    }

    private static string[] Known(IConfiguration configuration) =>
        (configuration["ForwardedHeaders:KnownProxies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
