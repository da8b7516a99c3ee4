namespace Benevolat.Messaging.Outbox;

/// <summary>What the relay says. An outage is told once when it begins and once when it ends, not at every attempt.</summary>
internal static partial class RelayLog
{
    [LoggerMessage(1, LogLevel.Warning, "Events wait in the outbox: {What} is away ({Error}). Nothing is lost; attempts go on")]
    public static partial void Away(ILogger log, string what, string error);

    [LoggerMessage(2, LogLevel.Information, "Events leave the outbox again")]
    public static partial void Back(ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "{MessageType} {MessageId} was not published ({Error}), attempt {Attempt}")]
    public static partial void Failed(ILogger log, string messageType, Guid messageId, string error, int attempt);

    [LoggerMessage(4, LogLevel.Error, "{MessageType} {MessageId} is parked after {Attempt} attempts ({Error}); an operator may replay it")]
    public static partial void Parked(ILogger log, string messageType, Guid messageId, int attempt, string error);

    [LoggerMessage(5, LogLevel.Error, "The relay stumbled over something nobody foresaw; it goes on after a pause")]
    public static partial void Unforeseen(ILogger log, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "The outbox could not be counted ({Error})")]
    public static partial void NotCounted(ILogger log, string error);
}
