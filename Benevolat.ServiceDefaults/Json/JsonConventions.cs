using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevolat.ServiceDefaults.Json;

/// <summary>One JSON for all: camelCase, enums in kebab-case, RFC 3339 instants; strict where a person writes, tolerant where services talk.</summary>
public static class JsonConventions
{
    /// <summary>For what services send each other: an unknown field comes from a newer version and is skipped.</summary>
    public static JsonSerializerOptions Tolerant { get; } = Frozen(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>For request bodies: an unknown field is a typo, and saying so beats losing what was meant.</summary>
    public static void ApplyStrict(JsonSerializerOptions options)
    {
        ApplyShared(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new CleanTextConverter());
    }

    private static void ApplyShared(JsonSerializerOptions options) =>
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));

    private static JsonSerializerOptions Frozen(JsonSerializerOptions options)
    {
        ApplyShared(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
