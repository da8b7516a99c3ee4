namespace Benevolat.Web.Api;

/// <summary>A page of a list; <paramref name="Next"/> is the cursor of the next one.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A commune of the gazetteer. Coordinates are longitude, latitude.</summary>
public sealed record PlaceItem(string Code, string Name, IReadOnlyList<string>? Postcodes, string? Department, IReadOnlyList<double>? Coordinates, int? Population)
{
    public string Postcode => Postcodes is [var first, ..] ? first : "";
}

public sealed record OrganisationBrief(Guid Id, string Name, bool Verified);

public sealed record PlaceBrief(string? Commune, string? Postcode, string? Department, IReadOnlyList<double>? Coordinates);

/// <summary>A mission in a list of results.</summary>
public sealed record MissionItem(
    Guid Id, string Title, string? Summary, OrganisationBrief? Organisation, string? Domain, string? Kind, string? Remote,
    PlaceBrief? Place, double? DistanceKm, int? PlacesLeft, DateOnly? StartsOn, DateTimeOffset? PublishedAt);

public sealed record FacetValue(string Value, int Count);

/// <summary>How the service understood the words: typed → looked for instead, and those it had to leave out.</summary>
public sealed record QueryReading(IReadOnlyDictionary<string, string>? Corrected, IReadOnlyList<string>? Dropped);

public sealed record SearchResult(
    IReadOnlyList<MissionItem> Items, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Facets, string? Next,
    QueryReading? Query = null)
{
    public static readonly SearchResult Nothing = new([], 0, null, null);

    public IReadOnlyDictionary<string, string> Corrected => Query?.Corrected ?? new Dictionary<string, string>();

    public IReadOnlyList<string> Dropped => Query?.Dropped ?? [];

    public IReadOnlyList<FacetValue> Facet(string name) => Facets is not null && Facets.TryGetValue(name, out var values) ? values : [];
}
