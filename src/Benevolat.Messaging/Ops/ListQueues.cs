using Benevolat.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Messaging.Ops;

/// <summary>The queues of this service and what is in them.</summary>
public static class ListQueues
{
    internal static void Map(RouteGroupBuilder ops) => ops.MapGet("/queues", HandleAsync)
        .WithName(nameof(ListQueues))
        .WithSummary("This service's queues")
        .WithDescription("Depth, consumers and failed messages of each queue. 503 while the broker is away.");

    private static async Task<Ok<Page<QueueState>>> HandleAsync(ErrorQueues queues, CancellationToken stop) =>
        TypedResults.Ok(new Page<QueueState>(await queues.ListAsync(stop), null));
}
