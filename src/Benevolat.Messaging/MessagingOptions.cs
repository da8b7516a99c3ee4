namespace Benevolat.Messaging;

/// <summary>What may be tuned, section <c>Messaging</c>; the defaults suit one small machine as well as a cluster.</summary>
public sealed class MessagingOptions
{
    /// <summary>Events that the relay takes from the outbox at once.</summary>
    public int Batch { get; set; } = 1_000;

    /// <summary>Events that may wait for the broker's confirmation at one time.</summary>
    public int Window { get; set; } = 512;

    /// <summary>How long the broker may say nothing before a publication counts as failed.</summary>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Failed publications after which an event is parked for an operator.</summary>
    public int MostAttempts { get; set; } = 10;

    /// <summary>The wait after the first failed publication; it doubles with each, up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How soon the relay looks again while there is work; what it commits itself, it is told of at once.</summary>
    public TimeSpan BusyPoll { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How often it looks for what other replicas left behind.</summary>
    public TimeSpan IdlePoll { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two attempts to reach a broker or database that is away.</summary>
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages that a queue hands to this replica in advance.</summary>
    public ushort Prefetch { get; set; } = 32;

    /// <summary>Messages of one queue handled at a time; each holds a database connection.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>Waits between the attempts to handle one message; after the last it goes to the error queue.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; set; } = [];

    internal TimeSpan[] RetriesOrDefault => Retries.Count > 0
        ? [.. Retries]
        : [.. new[] { 0.1, 0.5, 2, 5, 10, 30 }.Select(TimeSpan.FromSeconds)];

    /// <summary>How long receipts are kept: a message delivered again later than this would take effect again.</summary>
    public TimeSpan InboxKept { get; set; } = TimeSpan.FromDays(14);
}
