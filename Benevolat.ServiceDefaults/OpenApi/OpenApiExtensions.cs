using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Benevolat.ServiceDefaults.OpenApi;

/// <summary>OpenAPI 3.1 of one service; the gateway merges them.</summary>
internal static class OpenApiExtensions
{
    private const string Scheme = "accessToken";

    public static IServiceCollection AddServiceOpenApi(this IServiceCollection services, string service) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = $"Benevolat, {service}", Version = "v1" };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "Access token of ten minutes from /connect/token: authorization code + PKCE for people, client credentials for networks.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Describe);
    });

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd("4XX", new OpenApiResponse { Description = "RFC 9457 problem: `code`, `title`, `traceId` and, for 400, `errors` per field." });

        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var policies = metadata.OfType<IAuthorizeData>().Select(data => data.Policy).OfType<string>().Distinct().ToList();
        if (policies.Count == 0 || metadata.OfType<IAllowAnonymous>().Any()) { return Task.CompletedTask; }

        operation.Description = $"{operation.Description}\n\nWho may call it: {string.Join(", ", policies)}.".Trim();
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
