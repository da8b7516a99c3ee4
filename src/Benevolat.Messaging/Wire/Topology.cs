using RabbitMQ.Client;

namespace Benevolat.Messaging.Wire;

/// <summary>
/// Exchanges and queues as MassTransit declares them, so that publishers may declare them too: the event's exchange → an exchange of the
/// queue's name → the queue. Both sides must agree on every argument, or the broker refuses the second.
/// </summary>
internal static class Topology
{
    /// <summary>A message that was delivered this often without an answer kills its consumers: it goes to the error queue.</summary>
    private const int MostDeliveries = 20;

    /// <summary>Replicated, on disk; what the broker itself gives up on ends in the error queue instead of nowhere.</summary>
    public static IReadOnlyDictionary<string, object?> QueueArguments(string queue) => new Dictionary<string, object?>
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = MostDeliveries,
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = WireNames.ErrorQueue(queue),
    };

    /// <summary>The arguments of an error queue, which is no work queue: no limit, no way out but an operator's.</summary>
    public static IReadOnlyDictionary<string, object?> ErrorQueueArguments { get; } = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };

    /// <summary>Declares an event's exchange and the queues that hear it, bound. Repeating it is harmless.</summary>
    public static async Task DeclareAsync(IChannel channel, string exchange, IEnumerable<string> queues, CancellationToken stop)
    {
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: stop);
        foreach (var queue in queues)
        {
            await DeclareQueueAsync(channel, WireNames.ErrorQueue(queue), ErrorQueueArguments, stop);
            await DeclareQueueAsync(channel, queue, QueueArguments(queue), stop);
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: stop);
            await channel.QueueBindAsync(queue, queue, routingKey: "", cancellationToken: stop);
            await channel.ExchangeBindAsync(destination: queue, source: exchange, routingKey: "", cancellationToken: stop);
        }
    }

    private static Task<QueueDeclareOk> DeclareQueueAsync(IChannel channel, string queue, IReadOnlyDictionary<string, object?> arguments, CancellationToken stop) =>
        channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(arguments), cancellationToken: stop);
}
