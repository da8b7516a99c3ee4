using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Places.Importing;

/// <summary>What became of an import.</summary>
public static class GetPlaceImport
{
    public static void Map(RouteGroupBuilder operations) => operations.MapGet("/imports/{id:guid}", HandleAsync)
        .RequireAuthorization(Policies.Operator)
        .WithName(nameof(GetPlaceImport))
        .WithSummary("Read an import of communes")
        .WithDescription("Whether it is completed, and what it changed. One that is not completed within a day is forgotten.");

    private static async Task<Ok<PlaceImportResponse>> HandleAsync(Guid id, MissionsDb db, CancellationToken stop)
    {
        var import = await db.PlaceImports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, stop) ?? throw Access.NotFound();
        return TypedResults.Ok(PlaceImportResponse.From(import));
    }
}
