using System.Text.Json.Nodes;

namespace Benevolat.Missions.Features;

/// <summary>Examples in the API reference: what a reader copies first.</summary>
internal static class OpenApiExample
{
    public static RouteHandlerBuilder WithBodyExample(this RouteHandlerBuilder route, string json) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var content in operation.RequestBody?.Content?.Values ?? []) { content.Example = JsonNode.Parse(json); }
            return Task.CompletedTask;
        });
}
