using System.Text.Json;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Features.Authoring;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Missions.Features.Templates;

/// <summary>Missions half written that come with the system, in the order of their codes. People edit them in <c>templates.json</c>.</summary>
internal static class BuiltInTemplates
{
    public sealed record Template(string Code, MissionDomain Domain, string Name, MissionInput Content);

    public static IReadOnlyList<Template> All { get; } = Read();

    private static List<Template> Read()
    {
        using var stream = typeof(BuiltInTemplates).Assembly.GetManifestResourceStream("mission-templates.json")!;
        return [.. JsonSerializer.Deserialize<List<Template>>(stream, JsonConventions.Tolerant)!.OrderBy(template => template.Code, StringComparer.Ordinal)];
    }
}
