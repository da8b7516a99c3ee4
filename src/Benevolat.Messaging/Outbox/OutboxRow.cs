namespace Benevolat.Messaging.Outbox;

/// <summary>An event as the relay holds it between taking it out and knowing that it arrived.</summary>
internal sealed record OutboxRow(
    long Position,
    Guid MessageId,
    string MessageType,
    Guid OrderingKey,
    byte[] Body,
    string? TraceParent,
    string? TraceState,
    DateTimeOffset CreatedAt,
    int Attempts,
    DateTimeOffset DueAt,
    string? LastError);

/// <summary>Why an event is still ours.</summary>
/// <param name="Error">An exception's type: messages may quote bodies.</param>
/// <param name="Counts">Whether it was the event's own failure; when the broker is away, it is nobody's.</param>
internal sealed record Failure(OutboxRow Row, string Error, bool Counts);

/// <summary>What became of a batch; everything that isn't listed arrived.</summary>
internal sealed record Verdict(IReadOnlyList<Failure> Failures, bool BrokerAway);
