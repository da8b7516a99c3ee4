namespace Benevolat.Messaging.Outbox;

/// <summary>An event waiting to leave: committed with the state it tells of, deleted once the broker confirmed it.</summary>
public sealed class OutboxMessage
{
    /// <summary>Identity column; follows the order of commits within one aggregate.</summary>
    public long Position { get; private set; }
    public required Guid MessageId { get; init; }

    /// <summary>The wire name, which is also the exchange.</summary>
    public required string MessageType { get; init; }

    /// <summary>The aggregate the event belongs to.</summary>
    public required Guid OrderingKey { get; init; }

    /// <summary>The event as JSON, exactly as it goes on the wire.</summary>
    public required byte[] Body { get; init; }

    /// <summary>W3C trace context of the request that caused the event.</summary>
    public string? TraceParent { get; init; }
    public string? TraceState { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public int Attempts { get; private set; }
    public DateTimeOffset DueAt { get; init; }
    public string? LastError { get; private set; }

    /// <summary>Set after too many failed attempts: waits for an operator.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }
}
