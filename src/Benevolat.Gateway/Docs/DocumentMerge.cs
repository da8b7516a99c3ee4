using System.Text.Json.Nodes;

namespace Benevolat.Gateway.Docs;

/// <summary>One service's OpenAPI document.</summary>
internal sealed record ServiceDocument(string Service, JsonObject Root)
{
    public IEnumerable<KeyValuePair<string, JsonNode?>> Schemas => Root["components"]?["schemas"] as JsonObject ?? [];
}

/// <summary>
/// Several OpenAPI documents as one. Where two services mean different things by one schema name, both get their service's
/// name in front (<c>MissionsAddress</c>); equal schemas stay one. The first service to describe an operation wins.
/// </summary>
internal static class DocumentMerge
{
    private const string Reference = "#/components/schemas/";

    public static JsonObject Merge(IReadOnlyList<ServiceDocument> documents)
    {
        var clashes = Clashes(documents);
        var (paths, components, tags) = (new JsonObject(), new JsonObject(), new JsonArray());
        foreach (var document in documents)
        {
            var root = (JsonObject)Renamed(document.Root, document.Service, clashes)!;
            foreach (var (path, operations) in (root["paths"] as JsonObject ?? []).OrderBy(path => path.Key, StringComparer.Ordinal))
            {
                AddMissing(Section(paths, path), operations as JsonObject);
            }

            foreach (var (section, entries) in root["components"] as JsonObject ?? []) { AddMissing(Section(components, section), entries as JsonObject); }
            foreach (var tag in root["tags"] as JsonArray ?? [])
            {
                if (tags.All(known => (string?)known?["name"] != (string?)tag?["name"])) { tags.Add(tag?.DeepClone()); }
            }
        }

        return new JsonObject { ["paths"] = paths, ["components"] = components, ["tags"] = tags };
    }

    /// <summary>Names that differ between services, and names that are equal only until those are renamed within them.</summary>
    private static HashSet<string> Clashes(IReadOnlyList<ServiceDocument> documents)
    {
        var shared = documents.SelectMany(document => document.Schemas).GroupBy(schema => schema.Key, schema => schema.Value)
            .Where(group => group.Count() > 1).ToDictionary(group => group.Key, group => group.ToList());
        var clashes = shared.Where(name => name.Value.Skip(1).Any(schema => !JsonNode.DeepEquals(schema, name.Value[0]))).Select(name => name.Key).ToHashSet();
        while (shared.Any(name => name.Value.Any(schema => References(schema).Any(clashes.Contains)) && clashes.Add(name.Key))) { }
        return clashes;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(property => References(property.Value)),
        JsonArray list => list.SelectMany(References),
        JsonValue value when IsReference(value, out var name) => [name],
        _ => [],
    };

    /// <summary>A copy in which this service's clashing schemas and all references to them carry its name.</summary>
    private static JsonNode? Renamed(JsonNode? node, string service, HashSet<string> clashes) => node switch
    {
        JsonObject item => new JsonObject(item.Select(property => KeyValuePair.Create(
            IsSchemas(item) && clashes.Contains(property.Key) ? Prefixed(service, property.Key) : property.Key,
            Renamed(property.Value, service, clashes)))),
        JsonArray list => new JsonArray([.. list.Select(entry => Renamed(entry, service, clashes))]),
        JsonValue value when IsReference(value, out var name) && clashes.Contains(name) => JsonValue.Create(Reference + Prefixed(service, name)),
        _ => node?.DeepClone(),
    };

    private static bool IsSchemas(JsonObject item) => item.Parent is JsonObject && item.GetPath() == "$.components.schemas";

    private static bool IsReference(JsonValue value, out string name)
    {
        name = value.TryGetValue<string>(out var text) && text.StartsWith(Reference, StringComparison.Ordinal) ? text[Reference.Length..] : "";
        return name.Length > 0;
    }

    private static string Prefixed(string service, string name) => $"{char.ToUpperInvariant(service[0])}{service[1..]}{name}";

    private static JsonObject Section(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject section) { parent[name] = section = []; }
        return section;
    }

    private static void AddMissing(JsonObject target, JsonObject? source)
    {
        foreach (var (name, value) in source ?? []) { target.TryAdd(name, value?.DeepClone()); }
    }
}
