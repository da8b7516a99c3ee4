using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>Volunteers look for missions.</summary>
public static class SearchMissions
{
    /// <param name="Facets">Counted over the whole result, not the page: domain, kind, department, remote.</param>
    /// <param name="Next">The cursor of the next page, null on the last.</param>
    public sealed record Response(
        IReadOnlyList<SearchItem> Items, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets, string? Next, Understanding Query);

    /// <summary>What was made of the words: corrections and words left out.</summary>
    public sealed record Understanding(IReadOnlyDictionary<string, string> Corrected, IReadOnlyList<string> Dropped);

    public static void Map(RouteGroupBuilder missions) => missions.MapGet("", HandleAsync)
        .AllowAnonymous()
        .Validated<SearchRequest>()
        .WithName(nameof(SearchMissions))
        .WithSummary("Search missions")
        .WithDescription(
            "Published missions by words, place, time and more. `radiusKm` and `distanceKm` are true great-circle distances. "
            + "Facets count the whole result. A cursor belongs to its filters: another search refuses it.");

    private static async Task<Ok<Response>> HandleAsync([AsParameters] SearchRequest request, HttpContext http, MissionSearch search, CancellationToken stop)
    {
        var fingerprint = Fingerprint(http.Request.Query);
        var query = SearchQuery.Of(request) with { After = Cursor.Decode<SearchPosition>(request.Cursor, fingerprint) };
        var result = await search.FindAsync(query, stop);
        var page = http.ToPage(result.Hits, query.Limit, hit => Cursor.Encode(new SearchPosition(hit.Key, hit.Item.Id), fingerprint));
        return TypedResults.Ok(new Response(
            [.. page.Items.Select(hit => hit.Item)], result.Total, result.Facets, page.Next, new Understanding(new Dictionary<string, string>(), [])));
    }

    /// <summary>The same filters in another order are the same search; the size of a page may change on the way.</summary>
    private static string Fingerprint(IQueryCollection query) => string.Join('&', query
        .Where(pair => !pair.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase) && !pair.Key.Equals("limit", StringComparison.OrdinalIgnoreCase))
        .SelectMany(pair => pair.Value.Select(value => $"{pair.Key.ToLowerInvariant()}={value}"))
        .Order(StringComparer.Ordinal));
}
