using System.ComponentModel;
using Benevolat.Missions.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Benevolat.Missions.Features.Organisations.Logos;

/// <summary>An organisation's logo, for pages that show it.</summary>
public static class GetLogo
{
    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/{id:guid}/logo", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(GetLogo))
        .WithSummary("Read an organisation's logo")
        .WithDescription("A PNG of at most 512 × 512, as public as the organisation. With its ETag, a browser asks again for nothing.")
        .Produces<byte[]>(StatusCodes.Status200OK, "image/png")
        .Produces(StatusCodes.Status304NotModified);

    private static async Task<FileContentHttpResult> HandleAsync(
        Guid id, [Description("From `logoUrl`: a new logo has a new address.")] string? v, HttpContext http, MissionsDb db, ILogoStore logos, CancellationToken stop)
    {
        _ = v; // read by caches only
        var organisation = await db.FindOrganisationToSeeAsync(id, http.User, stop);
        var logo = await logos.FindAsync(id, stop) ?? throw Access.NotFound();
        // A public one is looked for again after an hour, so that a suspension takes it away.
        http.Response.Headers.CacheControl = organisation.IsPublic ? "public, max-age=3600" : "private, no-cache";
        return TypedResults.Bytes(logo.Png, "image/png", entityTag: new EntityTagHeaderValue($"\"{logo.Tag}\""));
    }
}
