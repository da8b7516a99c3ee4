using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Networks;

/// <summary>What a network sent, and what became of it.</summary>
public static class ListNetworkMissions
{
    public sealed record Item(
        Guid Id, string ExternalId, string Title, MissionState State, string? StateReason, int PlacesLeft, Guid OrganisationId, DateTimeOffset ReceivedAt);

    public static void Map(RouteGroupBuilder networks) => networks.MapGet("/me/missions", HandleAsync)
        .RequireAuthorization(Policies.Network)
        .Validated<PageRequest>()
        .WithName(nameof(ListNetworkMissions))
        .WithSummary("List the network's own missions")
        .WithDescription("Every mission that the calling network sent, in any state, newest first. Other networks' missions are not here.");

    private static async Task<Ok<Page<Item>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var client = http.User.NetworkClientId();
        var query = $"networks/{client}/missions";
        var after = Cursor.Decode<ByIdPosition>(page.Cursor, query)?.Id;
        var rows =
            from source in db.NetworkMissions
            join network in db.Networks on source.NetworkId equals network.Id
            join mission in db.Missions on source.MissionId equals mission.Id
            where network.ClientId == client && (after == null || mission.Id < after)
            orderby mission.Id descending
            select new Item(
                mission.Id, source.ExternalId, mission.Title, mission.State, mission.StateReason,
                Math.Max(0, mission.Places - mission.PlacesTaken), mission.OrganisationId, source.ReceivedAt);
        var items = await rows.Take(page.Size + 1).ToListAsync(stop);
        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new ByIdPosition(item.Id), query)));
    }
}
