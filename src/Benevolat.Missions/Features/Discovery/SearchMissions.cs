using System.Diagnostics;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Discovery.Indexing;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Validation;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>Volunteers look for missions.</summary>
public static class SearchMissions
{
    public static void Map(RouteGroupBuilder missions) => missions.MapGet("", HandleAsync)
        .AllowAnonymous()
        .RefuseUnknownParameters()
        .Validated<SearchRequest>()
        .Produces<SearchResponse>()
        .WithName(nameof(SearchMissions))
        .WithSummary("Search missions")
        .WithDescription(
            "Published missions by words, place, time and more. All words must be there, in any order; accents, plurals and small typing errors are "
            + "forgiven (`query.corrected`), and where nothing has all words as many as possible count (`query.dropped`). \"Quotes\" make a phrase. "
            + "`radiusKm` and `distanceKm` are true great-circle distances; a mission with several addresses counts by the nearest; with "
            + "`remote=full` missions done wholly from home fit any place. Facets count the whole result, each without its own filter. "
            + "A cursor belongs to its filters: another search refuses it.");

    private static async Task<IResult> HandleAsync(
        [AsParameters] SearchRequest request, HttpContext http, SearchIndex index, MissionCards cards, DiscoveryMetrics metrics,
        TimeProvider clock, CancellationToken stop)
    {
        var fingerprint = Fingerprint(http.Request.Query);
        var query = request.ToQuery(ParisTime.DateOf(clock.GetUtcNow()), Cursor.Decode<SearchPosition>(request.Cursor, fingerprint));
        var started = Stopwatch.GetTimestamp();
        var found = index.Current.Find(query);
        metrics.Searched(Stopwatch.GetElapsedTime(started));

        var next = found.More ? Cursor.Encode(SearchPosition.Of(found.Hits[^1], query.Today), fingerprint) : null;
        if (next is not null) { http.SetNextLink(next); }
        return new SearchPage(found, await cards.OfAsync(found.Hits, stop), next, request.Explain == true ? Explanations.Of(found) : null);
    }

    /// <summary>The same filters in another order are the same search; the size of a page may change on the way.</summary>
    private static string Fingerprint(IQueryCollection query) => string.Join('&', query
        .Where(pair => pair.Key.ToLowerInvariant() is not ("cursor" or "limit" or "explain"))
        .SelectMany(pair => pair.Value.Select(value => $"{pair.Key.ToLowerInvariant()}={value}"))
        .Order(StringComparer.Ordinal));
}
