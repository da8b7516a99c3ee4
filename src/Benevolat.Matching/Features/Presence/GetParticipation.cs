using Benevolat.Matching.Data;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Presence;

/// <summary>One participation, to its two sides.</summary>
public static class GetParticipation
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/participations/{id:guid}", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .WithName(nameof(GetParticipation))
        .WithSummary("Read a participation")
        .WithDescription("For its volunteer and for the members of the organisation; 404 for everybody else. The ETag is what changes need in If-Match.");

    private static async Task<Results<Ok<ParticipationResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop) =>
        await db.ParticipationAsync(id, http, stop) is { } seen ? TypedResults.Ok(seen.Show(http, clock.GetStoredNow())) : TypedResults.NotFound();
}
