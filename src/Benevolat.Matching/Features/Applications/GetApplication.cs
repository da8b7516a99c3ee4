using Benevolat.Matching.Data;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Applications;

/// <summary>One application, to its two sides.</summary>
public static class GetApplication
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/applications/{id:guid}", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetApplication))
        .WithSummary("Read an application")
        .WithDescription("For its volunteer and for the members of the mission's organisation; 404 for everybody else. "
            + "The ETag is what changes need in If-Match.");

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(Guid id, HttpContext http, MatchingDb db, CancellationToken stop) =>
        await db.SeenAsync(id, http, stop) is { } seen ? TypedResults.Ok(seen.Show(http)) : TypedResults.NotFound();
}
