using System.Text.Json.Serialization;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>A page of missions in order.</summary>
/// <param name="Total">How many missions fit, on all pages.</param>
/// <param name="Facets">domain, kind, remote, department, activity, audience: counted over the whole result, each without its own filter.</param>
/// <param name="Next">The cursor of the next page, null on the last.</param>
public sealed record SearchResponse(
    IReadOnlyList<SearchItem> Items, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets, string? Next, QueryUnderstood Query);

/// <summary>What was made of the words.</summary>
/// <param name="Corrected">From the word as written to the one it was taken for.</param>
/// <param name="Dropped">Words left out because no mission that fits has all.</param>
/// <param name="Explanation">Only with <c>explain=true</c>.</param>
public sealed record QueryUnderstood(
    IReadOnlyDictionary<string, string> Corrected, IReadOnlyList<string> Dropped,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] QueryExplanation? Explanation = null);

/// <summary>How results come to their order.</summary>
/// <param name="Words">What was searched for, each in all the ways that will do.</param>
/// <param name="Weights">Of the parts of relevance, each 0 to 1: text, nearness, freshness, answers.</param>
/// <param name="Formula">In words.</param>
/// <param name="Scores">Of the items of this page: relevance and its text part, 0 to 1.</param>
public sealed record QueryExplanation(
    IReadOnlyList<ExplainedWord> Words, IReadOnlyDictionary<string, double> Weights, string Formula, IReadOnlyList<ExplainedScore> Scores);

/// <param name="Rarity">ln(1 + (N − df + ½) / (df + ½)): the rarer, the more a word tells.</param>
public sealed record ExplainedWord(string Written, double Rarity, IReadOnlyList<ExplainedAlternative> Alternatives);

/// <param name="Stems">All of them must be there; one after the other in a phrase.</param>
/// <param name="Weight">1 as written, less for a synonym or a completion.</param>
public sealed record ExplainedAlternative(IReadOnlyList<string> Stems, double Weight, bool Phrase);

/// <param name="SortKey">Smaller comes first: minus the relevance, or the squared chord, day or time that the order asks for.</param>
public sealed record ExplainedScore(Guid Id, double? SortKey, double Text);

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
