using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Shifts;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Presence;

/// <summary>Somebody who was expected won't come.</summary>
public static class CancelParticipation
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/participations/{id:guid}/cancellation", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(CancelParticipation))
        .WithSummary("Cancel a participation")
        .WithDescription("By its volunteer until the shift begins, or by an owner or manager, with If-Match. The place goes to the first in line, who is asked, or is free "
            + "again. 409 `participation.begun`, or `participation.transition` when there is nothing left to cancel.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ParticipationResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, ShiftPlaces places, TimeProvider clock, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.ParticipationForUpdateAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireVolunteerOrManager();
        http.RequireIfMatch(seen.Participation.Version);

        var now = clock.GetStoredNow();
        await places.CancelAsync(seen.Participation, stop);
        ParticipationRules.Begun.Require(seen.Viewer.Role.ManagesApplications() || !seen.Participation.HasBegun(now));
        if (seen.Shift is { } shift) { await places.PassOnAsync(shift, seen.Participation.Places, stop); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(seen.Show(http, now));
    }
}
