using System.ComponentModel;
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

    public sealed record Item(
        Guid AccountId, MemberRole Role, [property: Description("What the members call them; null for who never gave one.")] string? Name, DateTimeOffset JoinedAt);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/{id:guid}/members", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ListMembers))
        .WithSummary("List an organisation's members")
        .WithDescription("For members only, with the names that they gave themselves here. The ETag is the organisation's.");

    private static async Task<Ok<Response>> HandleAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        if (organisation.RoleOf(http.User) is null) { throw Access.NotFound(); }

        http.SetETag(organisation.Version);
        return TypedResults.Ok(new Response([.. organisation.Members
            .OrderBy(member => member.JoinedAt)
            .Select(member => new Item(member.AccountId, member.Role, member.Name, member.JoinedAt))]));
    }
}
