using Benevolat.Notifications.Data;
using Benevolat.Notifications.Features.Delivering;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Operations;

/// <summary>POST /ops/notifications/deliveries/{id}/replay: an operator found out what was wrong.</summary>
public static partial class ReplayDelivery
{
    public static void Map(IEndpointRouteBuilder operations) => operations.MapPost("/deliveries/{id:guid}/replay", HandleAsync)
        .RequireAuthorization(Policies.Operator)
        .WithName(nameof(ReplayDelivery))
        .WithSummary("Send a parked message again")
        .WithDescription("From the first attempt, with the same Message-ID. 409 `delivery.not-parked` when it isn't parked.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, NotFound>> HandleAsync(
        Guid id, HttpContext http, NotificationsDb db, Bell bell, TimeProvider clock, ILogger<Sending> log, CancellationToken stop)
    {
        var delivery = await db.Deliveries.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (delivery is null) { return TypedResults.NotFound(); }

        delivery.Replay(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        bell.Ring();
        LogReplayed(log, id, http.User.FindFirst("sub")?.Value);
        return TypedResults.NoContent();
    }

    [LoggerMessage(30, LogLevel.Information, "Delivery {Delivery} is replayed by {Operator}")]
    private static partial void LogReplayed(ILogger log, Guid delivery, string? @operator);
}
