namespace Benevolat.Matching.Domain;

/// <summary>
/// The promise to the volunteer: a human answer by the end of the n-th working day after the day of the application, and what happens
/// when none comes. The thresholds are shares of the working time between the application and that moment.
/// </summary>
/// <param name="WorkingDays">Three unless configured otherwise.</param>
public sealed record AnswerPromise(int WorkingDays)
{
    public WorkingTime Time { get; init; } = WorkingTime.Usual;

    /// <summary>Those who answer for the organisation are reminded.</summary>
    public double RemindAt { get; init; } = 0.5;

    /// <summary>A person of the network, or a moderator, takes the matter up.</summary>
    public double HandOverAt { get; init; } = 1.25;

    /// <summary>The volunteer gets other missions, ready to apply for.</summary>
    public double AlternativesAt { get; init; } = 1.5;

    /// <summary>The application is over, and the volunteer may apply again.</summary>
    public double ExpireAt { get; init; } = 3;

    public DateTimeOffset AnswerBy(DateTimeOffset submittedAt) => Time.EndOfDay(submittedAt, WorkingDays);

    /// <summary>All that is going to happen to somebody who begins to wait now, unless an answer comes before.</summary>
    public PromisedTimes From(DateTimeOffset start)
    {
        var answerBy = AnswerBy(start);
        var promised = Time.Between(start, answerBy);
        return new(start, Share(RemindAt), answerBy, Share(HandOverAt), Share(AlternativesAt), Share(ExpireAt));

        DateTimeOffset Share(double share) => Time.After(start, TimeSpan.FromMinutes(Math.Round(promised.TotalMinutes * share)));
    }
}

/// <summary>The moments of one promise, fixed when it is given: a change of the settings doesn't move what somebody was told.</summary>
public sealed record PromisedTimes(
    DateTimeOffset From, DateTimeOffset RemindAt, DateTimeOffset AnswerBy, DateTimeOffset HandOverAt, DateTimeOffset AlternativesAt, DateTimeOffset ExpiresAt);

/// <summary>How far the promise of an answer has come.</summary>
public enum PromiseStep
{
    /// <summary>The clock runs.</summary>
    Running,
    Reminded,
    Overdue,
    HandedOver,
    AlternativesProposed,

    /// <summary>A person answered.</summary>
    Kept,

    /// <summary>Nobody waits any more: withdrawn, expired, or the mission ended.</summary>
    Over,
}

/// <summary>Whose move it is.</summary>
public enum Turn { Organisation, Volunteer, Nobody }
