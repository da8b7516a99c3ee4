using System.ComponentModel;
using System.Text.Json;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Authoring;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Missions.Features.Templates;

/// <summary>A template in full.</summary>
public sealed record TemplateResponse(
    [property: Description("Null for those that come with the system: their code is enough.")] Guid? Id,
    string Code,
    [property: Description("Client id of the network that keeps it; null for those that come with the system.")] string? Network,
    MissionDomain Domain,
    string Name,
    [property: Description("A mission half written: `[…]` stands for what only the organisation knows.")] MissionInput Content,
    DateTimeOffset? UpdatedAt)
{
    internal static TemplateResponse Of(BuiltInTemplates.Template template) =>
        new(null, template.Code, null, template.Domain, template.Name, template.Content, null);

    internal static TemplateResponse Of(MissionTemplate template, string network) =>
        new(template.Id, template.Code, network, template.Domain, template.Name, Read(template.Content), template.UpdatedAt);

    internal static string Write(MissionInput content) => JsonSerializer.Serialize(content, JsonConventions.Tolerant);

    private static MissionInput Read(string content) => JsonSerializer.Deserialize<MissionInput>(content, JsonConventions.Tolerant)!;
}
