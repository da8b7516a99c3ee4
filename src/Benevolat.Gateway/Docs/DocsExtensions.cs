using Benevolat.Gateway.Security;
using Scalar.AspNetCore;

namespace Benevolat.Gateway.Docs;

/// <summary>The API reference: <c>/openapi/v1.json</c> for programs, <c>/docs</c> for people. Nothing on it comes from another host.</summary>
internal static class DocsExtensions
{
    public static void AddDocs(this IServiceCollection services)
    {
        services.AddOpenApi(MergedDocument.Name);
        services.AddSingleton<MergedDocument>();
    }

    public static void MapDocs(this WebApplication app)
    {
        app.MapGet("/openapi/v1.json", async (MergedDocument document, CancellationToken stop) => Results.Bytes(await document.GetAsync(stop), "application/json"))
            .AllowAnonymous().RequireCors(CrossOrigin.Policy).ExcludeFromDescription();
        app.MapScalarApiReference("/docs", scalar => scalar
            .WithTitle("Benevolat · API")
            .WithOpenApiRoutePattern("/openapi/v1.json")
            .WithNonce()
            .DisableDefaultFonts()
            .DisableAgent()
            .DisableTelemetry()).AllowAnonymous();
    }
}
