using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

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
        var organisation = await db.FindOrganisationAsync(id, stop);
        var isInsider = organisation.RoleOf(http.User) is not null || http.User.IsModerator();
        if (!isInsider && organisation.State != OrganisationState.Verified) { throw Access.NotFound(); }

        http.SetETag(organisation.Version);
        return TypedResults.Ok(OrganisationResponse.From(organisation, isInsider));
    }
}
