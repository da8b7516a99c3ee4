using System.ComponentModel;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>An organisation as the API shows it.</summary>
public sealed record OrganisationResponse(
    Guid Id,
    string Name,
    string Purpose,
    string? Rna,
    string? Siren,
    string? Siret,
    string? Website,
    OrganisationAddress? Address,
    OrganisationState State,
    [property: Description("Why it is in this state; null for strangers.")] string? StateReason,
    long Version)
{
    internal static OrganisationResponse From(Organisation organisation, bool withReason) => new(
        organisation.Id, organisation.Profile.Name, organisation.Profile.Purpose, organisation.Profile.Rna, organisation.Profile.Siren,
        organisation.Profile.Siret, organisation.Profile.Website, OrganisationAddress.From(organisation.Profile),
        organisation.State, withReason ? organisation.StateReason : null, organisation.Version);
}

/// <summary>Where the organisation sits.</summary>
/// <param name="CommuneCode">INSEE code; null when a network's feed gave none.</param>
public sealed record OrganisationAddress(string? Street, string? Commune, string? CommuneCode, string? Postcode)
{
    internal static OrganisationAddress? From(OrganisationProfile profile) =>
        profile.Commune is null ? null : new(profile.Street, profile.Commune, profile.CommuneCode, profile.Postcode);
}
