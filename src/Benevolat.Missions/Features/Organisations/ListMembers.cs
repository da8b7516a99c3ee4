using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>Who acts for an organisation.</summary>
public static class ListMembers
{
    public sealed record Response(IReadOnlyList<Item> Items);

    public sealed record Item(Guid AccountId, MemberRole Role, DateTimeOffset JoinedAt);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/{id:guid}/members", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ListMembers))
        .WithSummary("List an organisation's members")
        .WithDescription("For members only. Accounts by id: names are Identity's and Volunteers' to show. The ETag is the organisation's.");

    private static async Task<Ok<Response>> HandleAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        if (organisation.RoleOf(http.User) is null) { throw Access.NotFound(); }

        http.SetETag(organisation.Version);
        return TypedResults.Ok(new Response([.. organisation.Members
            .OrderBy(member => member.JoinedAt)
            .Select(member => new Item(member.AccountId, member.Role, member.JoinedAt))]));
    }
}
