using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Templates;

/// <summary>A network gives a template up; missions that began with it stay.</summary>
public static class DeleteNetworkTemplate
{
    public static void Map(RouteGroupBuilder networks) => networks.MapDelete("/me/templates/{code}", HandleAsync)
        .RequireAuthorization(Policies.Network)
        .WithName(nameof(DeleteNetworkTemplate))
        .WithSummary("Delete one of the network's templates")
        .WithDescription("Missions that began with it stay as they are. If-Match is honoured, not needed.");

    private static async Task<NoContent> HandleAsync(string code, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var client = http.User.NetworkClientId();
        var template = await db.MissionTemplates.SingleOrDefaultAsync(
            row => row.Code == code && db.Networks.Any(network => network.Id == row.NetworkId && network.ClientId == client), stop) ?? throw Access.NotFound();
        http.HonourIfMatch(template);
        db.Remove(template);
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    /// <summary>A template is written as a whole under its code, so nobody has to have seen it; those who say what they saw are held to it.</summary>
    internal static void HonourIfMatch(this HttpContext http, MissionTemplate? template)
    {
        if (http.Request.Headers.IfMatch.Count == 0) { return; }
        if (template is null) { throw new ProblemException(StatusCodes.Status412PreconditionFailed, HttpRules.PreconditionFailed); }

        http.RequireIfMatch(template.Version);
    }
}
