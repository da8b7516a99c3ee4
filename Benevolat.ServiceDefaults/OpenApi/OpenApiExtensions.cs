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
        options.CreateSchemaReferenceId = json =>
            OpenApiOptions.CreateDefaultSchemaReferenceId(json) is { } name ? NameOf(json.Type, name) : null;
    });

    /// <summary>
    /// <c>SearchPlaces.Response</c> is <c>SearchPlacesResponse</c>: by such a name alone, the answers of all features would be one schema,
    /// that of whichever comes first. Nested types with names of two words speak for themselves.
    /// </summary>
    private static string NameOf(Type type, string name)
    {
        if (type is { IsNested: true, DeclaringType: { } feature } && !name.Skip(1).Any(char.IsUpper)) { return feature.Name + name; }
        if (!type.IsGenericType || !Array.Exists(type.GenericTypeArguments, argument => argument.IsNested)) { return name; }

        var arguments = type.GenericTypeArguments.Select(argument => NameOf(argument, argument.Name));
        return $"{type.Name.Split('`')[0]}Of{string.Join("And", arguments)}";
    }

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
