using System.ComponentModel;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>What one tells about an organisation. RNA, SIREN, SIRET and court register are optional: not every organisation has them.</summary>
public record OrganisationInput
{
    public string? Name { get; init; }
    public string? Purpose { get; init; }

    [Description("National register of associations: W and nine more.")]
    public string? Rna { get; init; }
    public string? Siren { get; init; }
    public string? Siret { get; init; }

    [Description("In Moselle and Alsace (57, 67, 68), where no RNA exists: court, volume and folio.")]
    public string? CourtRegister { get; init; }
    public string? Website { get; init; }
    public OrganisationAddressInput? Address { get; init; }

    /// <summary>Only after validation; what is missing in a draft stays missing.</summary>
    internal OrganisationProfile ToProfile() => new(
        Name!.Trim(), PlainText.From(Purpose ?? ""), Rna, Siren, Siret, Website,
        Text(Address?.Street), Text(Address?.Commune), Address?.CommuneCode, Address?.Postcode)
    {
        CourtRegister = Text(CourtRegister),
    };

    /// <summary>A profile as it could be sent again, to be checked like what is sent.</summary>
    internal static OrganisationInput Of(OrganisationProfile profile) => new()
    {
        Name = profile.Name,
        Purpose = profile.Purpose,
        Rna = profile.Rna,
        Siren = profile.Siren,
        Siret = profile.Siret,
        CourtRegister = profile.CourtRegister,
        Website = profile.Website,
        Address = new(profile.Street, profile.Commune, profile.CommuneCode, profile.Postcode),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed record OrganisationAddressInput(string? Street, string? Commune, string? CommuneCode, string? Postcode);
