using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Promises;
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
        .WithDescription("For its volunteer and for the members of the mission's organisation; 404 for everybody else. It says whose move it is, what happens when "
            + "nobody answers, the place in line, and what the caller may do now. "
            + "The ETag is what changes need in If-Match.");

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(Guid id, HttpContext http, MatchingDb db, CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }

        var shown = await db.ShowAsync(seen, http, stop);
        return TypedResults.Ok(seen.AsVolunteer ? shown with { Alternatives = await db.AlternativesOfAsync(seen.Application, stop) } : shown);
    }
}
