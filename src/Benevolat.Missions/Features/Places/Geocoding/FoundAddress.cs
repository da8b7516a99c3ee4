namespace Benevolat.Missions.Features.Places.Geocoding;

/// <summary>What one looks for, in the form in which answers are remembered.</summary>
internal sealed record AddressQuestion(string Text, string? CommuneCode, int Limit)
{
    /// <summary>Case and gaps don't make another question.</summary>
    public static AddressQuestion Of(string text, string? communeCode, int limit) =>
        new(string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), communeCode, limit);
}

/// <summary>An address, a street, or the commune where nothing more precise is known.</summary>
/// <param name="Code">INSEE code of the commune, of the arrondissement in Paris, Lyon and Marseille.</param>
/// <param name="Coordinates">[longitude, latitude].</param>
/// <param name="Score">How well it fits, 0 to 1; null where it was found without the service of addresses.</param>
public sealed record FoundAddress(
    string Label, string? Street, string Commune, string Code, string? Postcode, IReadOnlyList<double> Coordinates, double? Score,
    AddressPrecision Precision)
{
    internal static FoundAddress Of(Place place, string? postcode) => new(
        postcode is null ? place.Name : $"{postcode} {place.Name}", Street: null, place.Name, place.Code, postcode, place.Coordinates,
        Score: null, AddressPrecision.Commune);
}

/// <summary>What the coordinates are the middle of.</summary>
public enum AddressPrecision { HouseNumber, Street, Locality, Commune }
