using System.Diagnostics;
using MassTransit.Logging;
using RabbitMQ.Client;

namespace Benevolat.Messaging.Outbox;

/// <summary>Puts events into envelopes: ids, type and time as AMQP properties, the trace as headers, the body untouched.</summary>
internal sealed class Envelopes(MessagingMetrics metrics, TimeProvider clock)
{
    private static readonly ActivitySource Source = new(MessagingMetrics.Name);

    public Envelope Seal(OutboxRow row)
    {
        // The request that caused the event ended long ago; its trace goes on here.
        ActivityContext.TryParse(row.TraceParent, row.TraceState, out var cause);
        var span = Source.StartActivity($"{row.MessageType} publish", ActivityKind.Producer, cause);
        span?.SetTag("messaging.system", "rabbitmq").SetTag("messaging.operation", "send")
            .SetTag("messaging.destination.name", row.MessageType).SetTag("messaging.message.id", row.MessageId);
        return new Envelope(Properties(row, span?.Id ?? row.TraceParent, span?.TraceStateString ?? row.TraceState), span,
            () => metrics.Published(row.MessageType, clock.GetUtcNow() - row.CreatedAt));
    }

    private static BasicProperties Properties(OutboxRow row, string? traceParent, string? traceState)
    {
        var headers = new Dictionary<string, object?>(4);
        if (traceParent is not null)
        {
            headers["traceparent"] = traceParent;
            headers[DiagnosticHeaders.ActivityId] = traceParent; // the one that MassTransit reads
        }

        if (traceState is not null) { headers["tracestate"] = traceState; }
        return new BasicProperties
        {
            MessageId = row.MessageId.ToString(),
            Type = row.MessageType,
            ContentType = "application/json",
            Timestamp = new AmqpTimestamp(row.CreatedAt.ToUnixTimeSeconds()),
            Persistent = true,
            Headers = headers,
        };
    }
}

/// <summary>One publication under way; its span lasts until the broker confirms.</summary>
internal sealed class Envelope(BasicProperties properties, Activity? span, Action arrived) : IDisposable
{
    public BasicProperties Properties { get; } = properties;

    public void Arrived() => arrived();

    public void Failed(Exception exception) => span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);

    public void Dispose() => span?.Dispose();
}
