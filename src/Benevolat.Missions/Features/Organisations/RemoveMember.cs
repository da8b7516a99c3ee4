using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>An owner shows somebody out, or a member leaves.</summary>
public static class RemoveMember
{
    public static void Map(RouteGroupBuilder organisations) => organisations.MapDelete("/{id:guid}/members/{accountId:guid}", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(RemoveMember))
        .WithSummary("Remove a member, or leave")
        .WithDescription("Owners remove anybody, everybody may leave; the last owner can't. Needs If-Match with the organisation's ETag.");

    private static async Task<NoContent> HandleAsync(
        Guid id, Guid accountId, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        if (accountId != http.User.AccountId()) { organisation.RequireOwner(http.User); }
        else if (organisation.RoleOf(accountId) is null) { throw Access.NotFound(); }
        http.RequireIfMatch(organisation.Version);

        if (!organisation.Dismiss(accountId)) { throw Access.NotFound(); }
        db.Publish(new OrganisationMembershipChanged(id, organisation.Version, accountId, null), id);
        await db.SaveChangesAsync(stop);

        http.SetETag(organisation.Version);
        return TypedResults.NoContent();
    }
}
