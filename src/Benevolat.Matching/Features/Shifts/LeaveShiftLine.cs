using Benevolat.Matching.Data;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>Somebody doesn't wait for a place of a shift any more.</summary>
public static class LeaveShiftLine
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/missions/{id:guid}/shifts/{shiftId:guid}/waiting", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(LeaveShiftLine))
        .WithSummary("Leave a shift's waiting list")
        .WithDescription("By a volunteer who waits for a place of the shift. A place that was held for them goes to the next in line at once. 404 for whoever doesn't wait: "
            + "also the second time.");

    private static async Task<Results<NoContent, NotFound>> HandleAsync(
        Guid id, Guid shiftId, HttpContext http, MatchingDb db, ShiftPlaces places, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.ShiftForUpdateAsync(shiftId, stop) is not { } shift || shift.MissionId != id) { return TypedResults.NotFound(); }
        if (await places.WaitOfAsync(http.User.AccountId(), shiftId, stop) is not { } wait) { return TypedResults.NotFound(); }

        if (wait.HoldsPlace)
        {
            places.Lapse(wait, refused: true);
            await places.PassOnAsync(shift, wait.Places, stop);
        }
        else
        {
            wait.Leave();
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.NoContent();
    }
}
