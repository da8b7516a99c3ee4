using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benevolat.Cli.Api;

/// <summary>Why the server refused, from its RFC 9457 answer, or from whatever else stood there.</summary>
/// <param name="Fields">Field → sentences.</param>
internal sealed record Problem(HttpStatusCode Status, string Title, string? TraceId, IReadOnlyList<(string Field, string Sentence)> Fields)
{
    public static async Task<Problem> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var text = await response.Content.ReadAsStringAsync(stop);
        var body = Parse(text);
        var title = (string?)body?["title"] ?? OAuthError(body) ?? $"Réponse {(int)response.StatusCode} {response.ReasonPhrase}";
        var fields = body?["errors"] as JsonObject ?? [];
        return new(response.StatusCode, title, (string?)body?["traceId"],
            [.. fields.SelectMany(field => (field.Value as JsonArray ?? []).Select(sentence => (field.Key, (string?)sentence ?? "")))]);
    }

    public override string ToString() =>
        string.Join(Environment.NewLine, [$"{Title} ({(int)Status})", .. Fields.Select(field => $"  {field.Field} : {field.Sentence}")]);

    private static string? OAuthError(JsonObject? body) =>
        (string?)body?["error"] is { } error ? $"{error} : {(string?)body["error_description"]}".TrimEnd(' ', ':') : null;

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // a proxy's page, or nothing: the status has to do
        }
    }
}
