using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>An organisation's public page.</summary>
public static class GetOrganisation
{
    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/{id:guid}", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(GetOrganisation))
        .WithSummary("Read an organisation")
        .WithDescription("Verified organisations are public; members and moderators see theirs in any state. The ETag is needed for changes.");

    private static async Task<Ok<OrganisationResponse>> HandleAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationToSeeAsync(id, http.User, stop);
        var published = await db.Missions.CountAsync(mission => mission.OrganisationId == id && mission.State == MissionState.Published, stop);
        http.SetETag(organisation.Version);
        return TypedResults.Ok(OrganisationResponse.From(organisation, organisation.IsInsider(http.User), published));
    }
}
