using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>Who asks to join an organisation that has no owner, such as one that came with a network's missions: moderators answer for it.</summary>
public static class ListUnownedJoinRequests
{
    public sealed record Item(
        Guid Id,
        Guid OrganisationId,
        string OrganisationName,
        Guid AccountId,
        [property: Description("What they want the members to call them.")] string? Name,
        [property: Description("Their word to the owners.")] string? Message,
        DateTimeOffset AskedAt);

    public static void Map(RouteGroupBuilder moderation) => moderation.MapGet("/join-requests", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .RefuseUnknownParameters()
        .Validated<PageRequest>()
        .WithName(nameof(ListUnownedJoinRequests))
        .WithSummary("List who asks to join an organisation without an owner")
        .WithDescription("Open requests that nobody but a moderator can answer, oldest first; they are answered as an owner would: `POST /organisations/{id}/join-requests/{requestId}/acceptance` or `/refusal`.");

    private static async Task<Ok<Page<Item>>> HandleAsync([AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        const string query = "moderation/join-requests";
        var after = Cursor.Decode<ByIdPosition>(page.Cursor, query)?.Id;
        var items = await (
            from request in db.JoinRequests.AsNoTracking()
            join organisation in db.Organisations on request.OrganisationId equals organisation.Id
            where request.State == JoinRequestState.Open && organisation.Members.All(member => member.Role != MemberRole.Owner) && (after == null || request.Id > after)
            orderby request.Id
            select new Item(request.Id, organisation.Id, organisation.Profile.Name, request.AccountId, request.Name, request.Message, request.AskedAt))
            .Take(page.Size + 1).ToListAsync(stop);
        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new ByIdPosition(item.Id), query)));
    }
}
