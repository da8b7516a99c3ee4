using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A moderator vouches for an organisation, or lifts its suspension.</summary>
public static class VerifyOrganisation
{
    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/verification", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .WithName(nameof(VerifyOrganisation))
        .WithSummary("Verify an organisation")
        .WithDescription("From `pending` or `suspended`. From then on it publishes its missions by itself. Needs If-Match.");

    private static async Task<NoContent> HandleAsync(Guid id, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        http.RequireIfMatch(organisation.Version);

        organisation.Verify();
        db.Publish(new OrganisationVerified(id, organisation.Version, organisation.Profile.Name, clock.GetUtcNow()), id);
        await db.SaveChangesAsync(stop);

        http.SetETag(organisation.Version);
        return TypedResults.NoContent();
    }
}
