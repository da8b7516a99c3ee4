using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benevolat.Missions.Domain;

/// <summary>What differs between two texts of a mission, field by field, under the names of the API.</summary>
public static class ContentComparison
{
    public static IReadOnlyList<FieldChange> Between(MissionContent before, MissionContent now)
    {
        var (old, current) = (ToJson(before), ToJson(now));
        return [.. current.Where(field => !JsonNode.DeepEquals(old[field.Key], field.Value))
            .Select(field => new FieldChange(field.Key, old[field.Key]?.DeepClone(), field.Value?.DeepClone()))];
    }

    private static JsonObject ToJson(MissionContent content) => JsonSerializer.SerializeToNode(content, ServiceDefaults.Json.JsonConventions.Tolerant)!.AsObject();
}

/// <param name="Field">As the API calls it.</param>
public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? Now);
