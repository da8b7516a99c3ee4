using System.ComponentModel;
using System.Security.Claims;
using Benevolat.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Messaging.Ops;

/// <summary>Sends the failed messages of a queue back to work, once what made them fail is mended.</summary>
public static partial class RedriveQueue
{
    private const int Most = 1_000;

    internal static void Map(RouteGroupBuilder ops) => ops.MapPost("/queues/{queue}/redrive", HandleAsync)
        .WithName(nameof(RedriveQueue))
        .WithSummary("Send failed messages back to work")
        .WithDescription("Moves messages from the queue's error queue back to it, without the marks of their failure. "
            + "The inbox keeps those that had taken effect from taking it again.");

    private static async Task<Results<Ok<Redriven>, NotFound>> HandleAsync(
        string queue,
        [Description("How many at most, 1 to 1,000; 100 when absent.")] int? limit,
        ClaimsPrincipal caller,
        ErrorQueues queues,
        ILogger<ErrorQueues> log,
        CancellationToken stop)
    {
        if (!queues.Owns(queue)) { return TypedResults.NotFound(); }
        if (limit is < 1 or > Most) { throw ProblemException.ForField("limit", OpsRules.Limit); }

        var redriven = await queues.RedriveAsync(queue, limit ?? 100, stop);
        LogRedriven(log, caller.FindFirstValue("sub"), redriven.Moved, queue, redriven.Left);
        return TypedResults.Ok(redriven);
    }

    [LoggerMessage(1, LogLevel.Information, "Audit: {Caller} sent {Count} failed messages back to {Queue}; {Left} are left")]
    private static partial void LogRedriven(ILogger log, string? caller, int count, string queue, long left);
}
