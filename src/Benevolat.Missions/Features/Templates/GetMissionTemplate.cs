using System.ComponentModel;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Templates;

/// <summary>One template in full.</summary>
public static class GetMissionTemplate
{
    public static void Map(RouteGroupBuilder templates) => templates.MapGet("/{key}", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(GetMissionTemplate))
        .WithSummary("Read a mission template")
        .WithDescription("`content` has the shape of `POST /organisations/{id}/missions`; fill each `[…]`, the coach blocks those that stay.");

    private static async Task<Ok<TemplateResponse>> HandleAsync(
        [Description("Code of one that comes with the system, or id of a network's.")] string key, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        if (BuiltInTemplates.All.FirstOrDefault(template => template.Code == key) is { } builtIn) { return TypedResults.Ok(TemplateResponse.Of(builtIn)); }
        if (!Guid.TryParse(key, out var id)) { throw Access.NotFound(); }

        var template = await db.MissionTemplates.AsNoTracking().SingleOrDefaultAsync(template => template.Id == id, stop) ?? throw Access.NotFound();
        var network = await db.Networks.Where(network => network.Id == template.NetworkId).Select(network => network.ClientId).SingleAsync(stop);
        http.SetETag(template.Version);
        return TypedResults.Ok(TemplateResponse.Of(template, network));
    }
}
