using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Discovery.Indexing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>What else might suit somebody who looks at this mission.</summary>
public static class ListSimilarMissions
{
    private const int Most = 6;

    public sealed record Response(IReadOnlyList<SearchItem> Items);

    public static void Map(RouteGroupBuilder missions) => missions.MapGet("/{id:guid}/similar", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ListSimilarMissions))
        .WithSummary("List similar missions")
        .WithDescription(
            "Up to six published missions that share this one's most telling words, within 50 km of its first address (or done wholly from home like it), "
            + "best first by 0.6 × text + 0.2 × same domain + 0.2 × nearness. A mission that is no longer published has none.");

    private static async Task<Ok<Response>> HandleAsync(
        Guid id, HttpContext http, MissionsDb db, SearchIndex index, MissionCards cards, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        if (!http.User.MaySee(mission, organisation)) { throw Access.NotFound(); }

        var hits = index.Current.FindSimilar(id, Most, ParisTime.DateOf(clock.GetUtcNow()));
        var shown = await cards.OfAsync(hits, stop);
        return TypedResults.Ok(new Response([.. shown.Zip(hits).Where(pair => pair.First is not null).Select(pair => pair.First!.Item with
        {
            DistanceKm = pair.Second.DistanceKm is { } km ? Math.Round(km, 1, MidpointRounding.AwayFromZero) : null,
        })]));
    }
}
