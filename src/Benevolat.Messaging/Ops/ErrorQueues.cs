using Benevolat.Messaging.Wire;
using Benevolat.ServiceDefaults.Problems;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Benevolat.Messaging.Ops;

/// <summary>Looks into this service's queues and sends back what failed, over the publisher's connection.</summary>
internal sealed class ErrorQueues(Broker broker, ConsumerRegistry registry, MessagingMetrics metrics)
{
    /// <summary>What MassTransit and the broker wrote on the message when it failed; it goes back as it came.</summary>
    private static readonly string[] Scars =
    [
        "MT-Fault-", "MT-Host-", "MT-Reason", "x-death", "x-first-death-", "x-last-death-", "x-delivery-count", "x-dotnet-pub-seq-no",
    ];

    public bool Owns(string queue) => registry.Subscriptions.ContainsKey(queue);

    public async Task<IReadOnlyList<QueueState>> ListAsync(CancellationToken stop)
    {
        var states = new List<QueueState>();
        foreach (var queue in registry.Subscriptions.Keys.Order(StringComparer.Ordinal))
        {
            var (depth, consumers) = await LookAsync(queue, stop);
            var (errorDepth, _) = await LookAsync(WireNames.ErrorQueue(queue), stop);
            states.Add(new QueueState(queue, depth, consumers, errorDepth));
        }

        return states;
    }

    /// <summary>
    /// Moves up to <paramref name="limit"/> messages back to work. Each is acknowledged only once its copy is confirmed: an interruption
    /// may leave it in both places, which the inbox levels out, but never in neither.
    /// </summary>
    public async Task<Redriven> RedriveAsync(string queue, int limit, CancellationToken stop)
    {
        // No more than there are now: one that fails again at once must not come round a second time.
        var (depth, _) = await LookAsync(WireNames.ErrorQueue(queue), stop);
        await using var channel = await OpenAsync(stop);
        var moved = 0;
        while (moved < Math.Min(limit, depth) && await channel.BasicGetAsync(WireNames.ErrorQueue(queue), autoAck: false, stop) is { } message)
        {
            await channel.BasicPublishAsync(exchange: "", queue, mandatory: true, Healed(message.BasicProperties), message.Body, stop);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, stop);
            moved++;
        }

        metrics.Redriven(queue, moved);
        return new Redriven(moved, Math.Max(0, depth - moved));
    }

    /// <summary>A queue that was never declared holds nothing; asking for it costs the channel.</summary>
    private async Task<(long Depth, long Consumers)> LookAsync(string queue, CancellationToken stop)
    {
        await using var channel = await OpenAsync(stop);
        try
        {
            var state = await channel.QueueDeclarePassiveAsync(queue, stop);
            return (state.MessageCount, state.ConsumerCount);
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return (0, 0);
        }
    }

    private async Task<IChannel> OpenAsync(CancellationToken stop)
    {
        try
        {
            return await broker.OpenChannelAsync(stop);
        }
        catch (Exception away) when (away is RabbitMQClientException or IOException)
        {
            throw new ProblemException(StatusCodes.Status503ServiceUnavailable, HttpRules.Unavailable);
        }
    }

    private static BasicProperties Healed(IReadOnlyBasicProperties properties)
    {
        var headers = (properties.Headers ?? new Dictionary<string, object?>())
            .Where(header => !Array.Exists(Scars, scar => header.Key.StartsWith(scar, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(header => header.Key, header => header.Value);
        return new BasicProperties(properties) { Headers = headers };
    }
}

/// <summary>A queue of this service.</summary>
/// <param name="Depth">Messages ready for consumers.</param>
/// <param name="ErrorDepth">Messages that failed and wait for an operator.</param>
public sealed record QueueState(string Name, long Depth, long Consumers, long ErrorDepth);

/// <summary>What a redrive did, and how many failed messages it left.</summary>
public sealed record Redriven(int Moved, long Left);
