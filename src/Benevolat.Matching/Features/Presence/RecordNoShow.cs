using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Presence;

/// <summary>The organisation says that somebody who was expected didn't come.</summary>
public static class RecordNoShow
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/participations/{id:guid}/no-show", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(RecordNoShow))
        .WithSummary("Record that somebody didn't come")
        .WithDescription("By an owner or manager, with If-Match, once the shift has begun. 409 `participation.not-begun`, or `participation.transition` when somebody said already "
            + "that they were there.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ParticipationResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.ParticipationForUpdateAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireManager();
        http.RequireIfMatch(seen.Participation.Version);

        var now = clock.GetStoredNow();
        seen.Participation.MissIt(now);
        db.Publish(seen.Participation.Recorded(), id);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(seen.Show(http, now));
    }
}
