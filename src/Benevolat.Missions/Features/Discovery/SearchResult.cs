using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>What was found: hits in order (one more than asked when there are more), and counts over everything that fits.</summary>
internal sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets)
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> NoFacets = new Dictionary<string, IReadOnlyList<FacetValue>>
    {
        ["domain"] = [],
        ["kind"] = [],
        ["department"] = [],
        ["remote"] = [],
    };
}

/// <summary>A hit and its sort key, for the cursor.</summary>
internal sealed record SearchHit(SearchItem Item, double Key);

/// <summary>A mission in a list of results.</summary>
/// <param name="DistanceKm">Great-circle distance from <c>near</c> to the nearest address; null without <c>near</c> or address.</param>
public sealed record SearchItem(
    Guid Id, string Title, string Summary, SearchOrganisation Organisation, MissionDomain Domain, MissionKind Kind, RemoteWork Remote,
    SearchPlace? Place, double? DistanceKm, int PlacesLeft, DateOnly? StartsOn, DateTimeOffset PublishedAt);

public sealed record SearchOrganisation(Guid Id, string Name, bool Verified);

/// <param name="Coordinates">[longitude, latitude].</param>
public sealed record SearchPlace(string Commune, string Postcode, string Department, IReadOnlyList<double> Coordinates);

/// <summary>How many missions of the whole result have this value.</summary>
public sealed record FacetValue(string Value, int Count);
