namespace Benevolat.Missions.Features.Places.Geocoding;

/// <summary>
/// A GeoJSON answer of <c>/geocodage/search</c>, as far as we read it. Whatever is missing in it makes it unreadable or the feature
/// useless.
/// </summary>
internal sealed record GeoplateformeAnswer(IReadOnlyList<GeoplateformeFeature?>? Features)
{
    /// <summary>Features without a place or a commune are left out; null when it isn't an answer at all.</summary>
    public IReadOnlyList<FoundAddress>? ToAddresses() => Features?.Select(feature => feature?.ToAddress()).OfType<FoundAddress>().ToList();
}

internal sealed record GeoplateformeFeature(GeoplateformeGeometry? Geometry, GeoplateformeProperties? Properties)
{
    public FoundAddress? ToAddress() =>
        Geometry?.Coordinates is [>= -180 and <= 180, >= -90 and <= 90] at
        && Properties is { Label: { Length: > 0 } label, City: { Length: > 0 } city, Citycode: { Length: 5 } code }
            ? new FoundAddress(label, Properties.WayName, city, code, Properties.Postcode, at, Properties.Score, Properties.Precision)
            : null;
}

internal sealed record GeoplateformeGeometry(IReadOnlyList<double>? Coordinates);

/// <param name="Type">housenumber, street, locality or municipality.</param>
internal sealed record GeoplateformeProperties(
    string? Label, double? Score, string? Name, string? Postcode, string? Citycode, string? City, string? Type)
{
    public AddressPrecision Precision => Type switch
    {
        "housenumber" => AddressPrecision.HouseNumber,
        "street" => AddressPrecision.Street,
        "locality" => AddressPrecision.Locality,
        _ => AddressPrecision.Commune,
    };

    /// <summary>With its number, where there is one: "8 Boulevard du Port".</summary>
    public string? WayName => Precision == AddressPrecision.Commune ? null : Name;
}
