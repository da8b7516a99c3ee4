namespace Benevolat.Notifications.Domain;

/// <summary>One message for one person on one channel: one for its cause, whatever is redelivered or restarted.</summary>
public sealed class Delivery
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private Delivery() { }

    public Guid Id { get; private init; }

    public long Version { get; private set; }

    /// <summary>The notice, whose id is the event's.</summary>
    public Guid Cause { get; private init; }

    public Guid RecipientId { get; private init; }

    public NotificationKind Kind { get; private init; }

    public Channel Channel { get; private init; }

    public DeliveryState State { get; private set; }

    /// <summary>How often a server refused it; times when the server was away don't count, since the message is not at fault.</summary>
    public int Attempts { get; private set; }

    /// <summary>How often something it must say wasn't known yet.</summary>
    public int Waits { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>A code, never a server's sentence: those repeat the address.</summary>
    public string? LastError { get; private set; }

    /// <summary>The in-app list is in our own database, so a message is there as soon as it is planned.</summary>
    public static Delivery Plan(Notice notice, Guid recipientId, Channel channel, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var isThereAtOnce = channel is Channel.InApp;
        return new Delivery
        {
            Id = Guid.CreateVersion7(now),
            Version = 1,
            Cause = notice.Id,
            RecipientId = recipientId,
            Kind = notice.Kind,
            Channel = channel,
            State = isThereAtOnce ? DeliveryState.Sent : DeliveryState.Pending,
            CreatedAt = now,
            DueAt = now,
            SentAt = isThereAtOnce ? now : null,
        };
    }

    public void Sent(DateTimeOffset now)
    {
        (State, SentAt, LastError) = (DeliveryState.Sent, now, null);
        Version++;
    }

    /// <summary>A fact that it must say hasn't arrived: look again soon, for as long as it takes.</summary>
    public void WaitFor(string fact, DateTimeOffset now)
    {
        LastError = $"waiting for {fact}";
        DueAt = now + BackOff.After(Waits++, FirstWait, LongestWait);
        Version++;
    }

    /// <summary>A server said no. After too many times, or at once when the no is final, it waits for an operator.</summary>
    public void Refused(string code, bool isFinal, int mostAttempts, DateTimeOffset now)
    {
        Attempts++;
        LastError = code;
        if (isFinal || Attempts >= mostAttempts) { State = DeliveryState.Parked; }
        else { DueAt = now + BackOff.After(Attempts - 1, FirstRetry, LongestRetry); }
        Version++;
    }

    /// <summary>An operator found out what was wrong: from the start.</summary>
    public void Replay(DateTimeOffset now)
    {
        DeliveryRules.NotParked.Require(State is DeliveryState.Parked);
        (State, Attempts, DueAt) = (DeliveryState.Pending, 0, now);
        Version++;
    }
}

/// <summary>How far a delivery is.</summary>
public enum DeliveryState { Pending, Sent, Parked }
