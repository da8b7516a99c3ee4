using System.Security.Claims;
using Benevolat.Messaging.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Messaging.Ops;

/// <summary>Gives a parked event its attempts back.</summary>
public static partial class ReplayParked
{
    internal static void Map(RouteGroupBuilder ops) => ops.MapPost("/outbox/{messageId:guid}/replay", HandleAsync)
        .WithName(nameof(ReplayParked))
        .WithSummary("Publish a parked event after all")
        .WithDescription("The relay takes it up at once, with as many attempts as a new event. 404 when no such event is parked.");

    private static async Task<Results<NoContent, NotFound>> HandleAsync(
        Guid messageId, ClaimsPrincipal caller, ServiceDb db, RelaySignal relay, TimeProvider clock, ILogger<Relay> log, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var found = await db.Context.Set<OutboxMessage>()
            .Where(row => row.MessageId == messageId && row.ParkedAt != null)
            .ExecuteUpdateAsync(row => row.SetProperty(message => message.ParkedAt, (DateTimeOffset?)null)
                .SetProperty(message => message.Attempts, 0)
                .SetProperty(message => message.DueAt, now), stop);
        if (found == 0) { return TypedResults.NotFound(); }

        LogReplayed(log, caller.FindFirstValue("sub"), messageId);
        relay.Wake();
        return TypedResults.NoContent();
    }

    [LoggerMessage(1, LogLevel.Information, "Audit: {Caller} replays the parked event {MessageId}")]
    private static partial void LogReplayed(ILogger log, string? caller, Guid messageId);
}
