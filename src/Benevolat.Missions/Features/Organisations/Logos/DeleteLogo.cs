using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations.Logos;

/// <summary>An organisation takes its logo away.</summary>
public static class DeleteLogo
{
    public static void Map(RouteGroupBuilder organisations) => organisations.MapDelete("/{id:guid}/logo", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(DeleteLogo))
        .WithSummary("Remove an organisation's logo")
        .WithDescription("For owners and managers; 404 when there is none. Needs If-Match with the organisation's ETag.");

    private static async Task<NoContent> HandleAsync(Guid id, HttpContext http, MissionsDb db, ILogoStore logos, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireManager(http.User);
        http.RequireIfMatch(organisation.Version);
        if (organisation.LogoTag is null) { throw Access.NotFound(); }

        organisation.Wear(null);
        await logos.DeleteAsync(id, stop);
        await db.SaveChangesAsync(stop);

        http.SetETag(organisation.Version);
        return TypedResults.NoContent();
    }
}
