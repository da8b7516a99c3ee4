namespace Benevolat.Messaging.Inbox;

/// <summary>The receipt of an event, committed with its effect: a second delivery finds it and does nothing.</summary>
public sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    /// <summary>The queue: each consumer of one event has its own receipt.</summary>
    public required string Consumer { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
