using System.ComponentModel;

namespace Benevolat.Missions.Features.Registry;

/// <summary>An organisation that the national registers know, to fill a form in with.</summary>
public sealed record RegistryCandidate(
    string Name,
    string? Siren,
    [property: Description("Of its seat.")] string? Siret,
    string? Rna,
    bool IsAssociation,
    string? Commune,
    [property: Description("INSEE code.")] string? CommuneCode,
    string? Postcode);
