using Benevolat.Gateway.Docs;
using Benevolat.Gateway.Errors;
using Benevolat.Gateway.Limits;
using Benevolat.Gateway.Ops;
using Benevolat.Gateway.Routing;
using Benevolat.Gateway.Security;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;

namespace Benevolat.Gateway;

/// <summary>The one public origin: routes, token check, limits, headers, documentation, operators' overview.</summary>
internal static class GatewayModule
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblems();
        builder.AddAccessTokens(audience: null);
        builder.AddRateLimits();
        builder.AddSizeLimits();
        builder.AddTrustedProxies();
        builder.AddCrossOrigin();
        builder.AddCompression();
        builder.AddRouting();
        builder.Services.AddDocs();
    }

    /// <summary>The order matters: what refuses cheaply comes before what costs.</summary>
    public static void UseGateway(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseErrorPages();
        app.UseCompression();
        app.UsePlainPaths();
        app.UseRouting();
        app.UseCors();
        app.UseBodyLimit();
        app.UseAuthentication();
        app.UseTokenGate();
        app.UseRateLimits();
        app.UseAuthorization();
    }

    public static void MapGateway(this WebApplication app)
    {
        // The gateway is ready whatever the services do: taking it out would turn one dead service into a dead site.
        app.MapServiceDefaults();
        app.MapErrorPages();
        app.MapDocs();
        app.MapOps();
        app.MapRoutes();
    }
}
