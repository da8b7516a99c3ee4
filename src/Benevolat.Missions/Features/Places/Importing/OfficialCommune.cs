using System.ComponentModel;
using System.Text.Json.Serialization;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Places.Importing;

/// <summary>
/// A piece of the official list: communes of <c>geo.api.gouv.fr/communes</c>, former ones of <c>/communes_associees_deleguees</c>.
/// </summary>
public sealed record PlaceBatch(IReadOnlyList<OfficialCommune?>? Communes, IReadOnlyList<OfficialFormerCommune?>? Merged);

/// <summary>A commune as the API of the État describes it. Fields that we don't need are skipped.</summary>
/// <param name="AnciensCodes">Codes of communes that became part of it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record OfficialCommune(
    string? Nom, string? Code, IReadOnlyList<string?>? CodesPostaux, string? CodeDepartement, int? Population, OfficialPoint? Centre,
    IReadOnlyList<string?>? AnciensCodes)
{
    /// <summary>Only after validation.</summary>
    internal CommuneFacts ToFacts() => new(
        Code!, Nom!.Trim(), [.. (CodesPostaux ?? []).OfType<string>()], Centre!.Coordinates![0], Centre.Coordinates[1], Population ?? 0);

    internal IEnumerable<FormerCommune> ToFormer() => (AnciensCodes ?? []).OfType<string>().Select(code => new FormerCommune(code, Code!));
}

/// <summary>A commune that became part of another.</summary>
/// <param name="ChefLieu">Code of the commune that it belongs to now.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record OfficialFormerCommune(
    string? Code, string? ChefLieu, string? Nom, IReadOnlyList<string?>? CodesPostaux, int? Population, OfficialPoint? Centre)
{
    /// <summary>Only after validation.</summary>
    internal FormerCommune ToFormer() => new(
        Code!, ChefLieu!, string.IsNullOrWhiteSpace(Nom) ? null : Nom.Trim(), CodesPostaux?.OfType<string>().ToList(),
        Centre?.Coordinates![0], Centre?.Coordinates![1], Population);
}

/// <summary>A point of GeoJSON.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record OfficialPoint([property: Description("[longitude, latitude]")] IReadOnlyList<double>? Coordinates);
