using System.Text.Json.Serialization;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Registry;

/// <summary>An answer of <c>/search</c>, as far as we read it. Whatever is missing in it makes it unreadable or the entry useless.</summary>
internal sealed record RechercheEntreprisesAnswer(IReadOnlyList<RechercheEntreprisesEntry?>? Results)
{
    /// <summary>Entries without a name are left out; null when it isn't an answer at all.</summary>
    public IReadOnlyList<RegistryCandidate>? ToCandidates() => Results?.Select(entry => entry?.ToCandidate()).OfType<RegistryCandidate>().ToList();
}

internal sealed record RechercheEntreprisesEntry(
    string? Siren,
    [property: JsonPropertyName("nom_complet")] string? Name,
    [property: JsonPropertyName("siege")] RechercheEntreprisesSeat? Seat,
    RechercheEntreprisesComplements? Complements)
{
    /// <summary>A number that isn't well-formed would only be refused later: better none.</summary>
    public RegistryCandidate? ToCandidate() => string.IsNullOrWhiteSpace(Name) ? null : new(
        Name.Trim(),
        Siren is not null && BusinessNumbers.IsSiren(Siren) ? Siren : null,
        Seat?.Siret is { } siret && BusinessNumbers.IsSiret(siret) ? siret : null,
        Complements?.Rna is { } rna && BusinessNumbers.IsRna(rna) ? rna : null,
        Complements?.IsAssociation == true,
        Seat?.CommuneName,
        Seat?.Commune is { } commune && Communes.IsCode(commune) ? commune : null,
        Seat?.Postcode is { } postcode && Communes.IsPostcode(postcode) ? postcode : null);
}

internal sealed record RechercheEntreprisesSeat(
    string? Siret,
    string? Commune,
    [property: JsonPropertyName("libelle_commune")] string? CommuneName,
    [property: JsonPropertyName("code_postal")] string? Postcode);

internal sealed record RechercheEntreprisesComplements(
    [property: JsonPropertyName("est_association")] bool? IsAssociation,
    [property: JsonPropertyName("identifiant_association")] string? Rna);
