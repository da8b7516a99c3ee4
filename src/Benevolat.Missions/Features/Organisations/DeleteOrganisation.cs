using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>An owner gives up a draft.</summary>
public static class DeleteOrganisation
{
    public static void Map(RouteGroupBuilder organisations) => organisations.MapDelete("/{id:guid}", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(DeleteOrganisation))
        .WithSummary("Delete a draft")
        .WithDescription("For owners, while it is a draft and has no missions; it is gone with all that belongs to it. Needs If-Match.");

    private static async Task<NoContent> HandleAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireOwner(http.User);
        http.RequireIfMatch(organisation.Version);

        var hasMissions = await db.Missions.AnyAsync(mission => mission.OrganisationId == id, stop);
        OrganisationRules.NotADraft.Require(organisation.State == OrganisationState.Draft && !hasMissions);
        foreach (var member in organisation.Members)
        {
            db.Publish(new OrganisationMembershipChanged(id, organisation.Version + 1, member.AccountId, null), id);
        }

        db.Remove(organisation);
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }
}
