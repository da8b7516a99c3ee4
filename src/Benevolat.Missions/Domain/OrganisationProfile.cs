namespace Benevolat.Missions.Domain;

/// <summary>What an organisation says of itself.</summary>
/// <param name="Rna">National register of associations; null in Alsace-Moselle, where there is none.</param>
public sealed record OrganisationProfile(
    string Name,
    string Purpose,
    string? Rna,
    string? Siren,
    string? Siret,
    string? Website,
    string? Street,
    string? Commune,
    string? CommuneCode,
    string? Postcode)
{
    public const int LongestName = 150;
    public const int LongestPurpose = 5000;

    internal void Check()
    {
        Rules.Name.Require(Name.Trim().Length is >= 2 and <= LongestName);
        Rules.Rna.Require(Rna is null || BusinessNumbers.IsRna(Rna));
        Rules.Siren.Require(Siren is null || BusinessNumbers.IsSiren(Siren));
        Rules.Siret.Require(Siret is null || BusinessNumbers.IsSiret(Siret));
        Rules.SiretOfSiren.Require(Siren is null || Siret is null || Siret.StartsWith(Siren, StringComparison.Ordinal));
        Rules.CommuneCode.Require(CommuneCode is null || Communes.IsCode(CommuneCode));
    }
}
