namespace Benevolat.Matching.Domain;

// When the volunteer is asked how it was. Apart from the application's own life: no new version, and no step of it.
public sealed partial class Application
{
    /// <summary>When the clock looks next whether it is time to ask; null when there is nothing to ask.</summary>
    public DateTimeOffset? FeedbackDueAt { get; private set; }

    /// <summary>Set once they were asked, or said it unasked.</summary>
    public DateTimeOffset? FeedbackAskedAt { get; private set; }

    /// <summary>Whether the organisation said yes, whatever came of it.</summary>
    public bool WasAccepted => State is ApplicationState.Accepted or ApplicationState.Completed or ApplicationState.NoShow;

    /// <summary>Something changed that may bring the question forward: the clock looks at once.</summary>
    public void ReconsiderFeedback(DateTimeOffset at)
    {
        if (FeedbackAskedAt is null) { FeedbackDueAt = at; }
    }

    /// <summary>Not yet, or not at all.</summary>
    public void PutFeedbackOff(DateTimeOffset? until) => FeedbackDueAt = until;

    /// <summary>They are asked, or said it by themselves: never again.</summary>
    public void SettleFeedback(DateTimeOffset at) => (FeedbackDueAt, FeedbackAskedAt) = (null, FeedbackAskedAt ?? at);
}
