namespace Benevolat.Missions.Domain;

/// <summary>What an organisation says of itself.</summary>
/// <param name="Purpose">Empty where nobody said: in drafts, and in feeds that don't.</param>
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
    public const int LongestCourtRegister = 200;

    /// <summary>Where courts keep the register of associations: local law since before 1918, and no RNA.</summary>
    private static readonly HashSet<string> AlsaceMoselle = ["57", "67", "68"];

    /// <summary>The court, volume and folio under which an association of Alsace-Moselle is registered.</summary>
    public string? CourtRegister { get; init; }

    /// <summary>Whether a moderator can judge it: what it does, and where it sits.</summary>
    public bool IsComplete => Purpose.Length > 0 && Commune is not null && CommuneCode is not null && Postcode is not null;

    public bool IsInAlsaceMoselle => CommuneCode is not null && HasCourtRegister(CommuneCode);

    /// <summary>The SIRET begins with it.</summary>
    public string? AnySiren => Siren ?? Siret?[..9];

    /// <summary>What moderators verify: name and numbers, as one line to read.</summary>
    public string Identity => string.Join(" · ", ((string?[])[Name, Rna, Siret ?? Siren, CourtRegister]).OfType<string>());

    /// <summary>Whether associations of this commune are registered by a court.</summary>
    public static bool HasCourtRegister(string communeCode) => AlsaceMoselle.Contains(Communes.DepartmentOf(communeCode));

    internal void Check()
    {
        Rules.Name.Require(Name.Trim().Length is >= 2 and <= LongestName);
        Rules.Rna.Require(Rna is null || BusinessNumbers.IsRna(Rna));
        Rules.Siren.Require(Siren is null || BusinessNumbers.IsSiren(Siren));
        Rules.Siret.Require(Siret is null || BusinessNumbers.IsSiret(Siret));
        Rules.SiretOfSiren.Require(Siren is null || Siret is null || Siret.StartsWith(Siren, StringComparison.Ordinal));
        Rules.CommuneCode.Require(CommuneCode is null || Communes.IsCode(CommuneCode));
        // Without a commune nobody can tell yet.
        OrganisationRules.CourtRegister.Require(CourtRegister is null || CommuneCode is null || IsInAlsaceMoselle);
    }
}
