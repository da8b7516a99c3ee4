namespace Benevolat.Index.Search;

/// <summary>What was found: a page of hits in order, and counts over everything that fits.</summary>
/// <param name="Total">How many missions fit, on all pages.</param>
/// <param name="More">Whether hits follow those of this page.</param>
/// <param name="Facets">By name (domain, kind, remote, department, activity, audience), most frequent first, then by value.</param>
public sealed record MissionHits(
    IReadOnlyList<MissionHit> Hits, int Total, bool More, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, Understanding Understanding);

/// <summary>One mission that fits.</summary>
/// <param name="Place">Which of the document's places fits and, with <c>Near</c>, is nearest; −1 for none.</param>
/// <param name="DistanceKm">From <c>Near</c> to that place; null without either.</param>
/// <param name="Key">The sort key, for <see cref="MissionPosition"/>.</param>
/// <param name="TextScore">The part of <see cref="Relevance"/> that the words bring, 0 to 1; 0 without words.</param>
public readonly record struct MissionHit(Guid Id, long Revision, int Place, double? DistanceKm, double Key, float TextScore);

/// <summary>How many missions have the value, the other filters applied and this facet's own left out.</summary>
public readonly record struct FacetCount(string Value, int Count);

/// <summary>What was made of the words.</summary>
/// <param name="Words">What was searched for in the end.</param>
/// <param name="Corrected">From the word as written to the word it was taken for.</param>
/// <param name="Dropped">Words, as written, that were left out because nothing has all.</param>
public sealed record Understanding(
    IReadOnlyList<UnderstoodWord> Words, IReadOnlyDictionary<string, string> Corrected, IReadOnlyList<string> Dropped)
{
    public static readonly Understanding OfNothing = new([], new Dictionary<string, string>(), []);
}

/// <param name="Written">As the reader wrote it (a phrase in its quotes).</param>
/// <param name="Alternatives">Each one will do: stems that must all be there, with the weight of this way to say it.</param>
/// <param name="Rarity">The inverse document frequency that the first alternative counts with.</param>
public sealed record UnderstoodWord(string Written, IReadOnlyList<UnderstoodAlternative> Alternatives, float Rarity);

public sealed record UnderstoodAlternative(IReadOnlyList<string> Stems, float Weight, bool IsPhrase);
