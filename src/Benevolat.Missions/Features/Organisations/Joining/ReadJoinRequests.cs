using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Joining;

/// <summary>Who asks to join, and what became of one's own request.</summary>
public static class ReadJoinRequests
{
    public static void Map(RouteGroupBuilder organisations)
    {
        organisations.MapGet("/{id:guid}/join-requests", ListAsync)
            .RequireAuthorization(Policies.Person)
            .Validated<PageRequest>()
            .WithName("ListJoinRequests")
            .WithSummary("List who asks to join")
            .WithDescription("Open requests, oldest first. For owners, and for moderators, who stand in where there is no owner.");
        organisations.MapGet("/{id:guid}/join-requests/{requestId:guid}", GetAsync)
            .RequireAuthorization(Policies.Person)
            .WithName("GetJoinRequest")
            .WithSummary("Read a request to join")
            .WithDescription("For who made it, owners and moderators.");
    }

    private static async Task<Ok<Page<JoinRequestResponse>>> ListAsync(
        Guid id, [AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireOwnerOrModerator(http.User);

        var query = $"organisations/{id}/join-requests";
        var after = Cursor.Decode<ByIdPosition>(page.Cursor, query)?.Id;
        var rows = await db.JoinRequests.AsNoTracking()
            .Where(request => request.OrganisationId == id && request.State == JoinRequestState.Open)
            .Where(request => after == null || request.Id > after)
            .OrderBy(request => request.Id)
            .Take(page.Size + 1)
            .ToListAsync(stop);
        return TypedResults.Ok(http.ToPage(rows.ConvertAll(JoinRequestResponse.From), page.Size, item => Cursor.Encode(new ByIdPosition(item.Id), query)));
    }

    private static async Task<Ok<JoinRequestResponse>> GetAsync(Guid id, Guid requestId, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var request = await db.FindJoinRequestAsync(id, requestId, stop);
        if (request.AccountId != http.User.AccountId()) { (await db.FindOrganisationAsync(id, stop)).RequireOwnerOrModerator(http.User); }
        return TypedResults.Ok(JoinRequestResponse.From(request));
    }
}
