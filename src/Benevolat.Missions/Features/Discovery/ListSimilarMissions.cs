using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>What else might suit somebody who looks at this mission. Thin: same domain, nearest first.</summary>
public static class ListSimilarMissions
{
    private const int Most = 5;
    private const double WithinKm = 50;

    public sealed record Response(IReadOnlyList<SearchItem> Items);

    public static void Map(RouteGroupBuilder missions) => missions.MapGet("/{id:guid}/similar", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ListSimilarMissions))
        .WithSummary("List similar missions")
        .WithDescription("Up to five published missions of the same domain within 50 km, nearest first; for remote ones, the newest of the domain.");

    private static async Task<Ok<Response>> HandleAsync(Guid id, HttpContext http, MissionsDb db, MissionSearch search, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        if (!http.User.MaySee(mission, organisation)) { throw Access.NotFound(); }

        var place = mission.Addresses.MinBy(address => address.Position);
        var query = new SearchQuery { Domains = [mission.Domain.ToKebab()], Sort = SearchSort.Newest, Limit = Most };
        if (place is not null) { query = query with { Near = new GeoPoint(place.Latitude, place.Longitude), RadiusKm = WithinKm, Sort = SearchSort.Distance }; }

        var found = await search.FindAsync(query, stop);
        return TypedResults.Ok(new Response([.. found.Hits.Select(hit => hit.Item).Where(item => item.Id != id).Take(Most)]));
    }
}
