namespace Benevolat.Matching.Domain;

/// <summary>The promise of an answer. Its clock runs while it is the organisation's turn, and starts anew when the volunteer writes back.</summary>
public sealed partial class Application
{
    /// <summary>When the wait began that the times below are counted from.</summary>
    public DateTimeOffset PromisedFrom { get; private set; }
    public DateTimeOffset RemindAt { get; private set; }
    public DateTimeOffset AnswerBy { get; private set; }
    public DateTimeOffset HandOverAt { get; private set; }
    public DateTimeOffset AlternativesAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public PromiseStep PromiseStep { get; private set; }

    /// <summary>When the clock strikes next; null while it stands still.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }
    public Turn Turn { get; private set; }

    /// <summary>The first human answer, and whether it came in time: what organisations are measured by.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }
    public bool? AnsweredInTime { get; private set; }
    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>The adviser or moderator who looks after it, and since when.</summary>
    public string? TakenUpBy { get; private set; }
    public DateTimeOffset? TakenUpAt { get; private set; }
    public DateTimeOffset? LastRemindedAt { get; private set; }

    /// <summary>Other missions that were proposed instead of silence, best first.</summary>
    public List<Guid> Alternatives { get; private set; } = [];

    /// <summary>
    /// One side writes to the other. The organisation's first words are an answer and hand the turn over; the volunteer's words hand it back,
    /// and with it a new promise: a discussion doesn't end in silence either.
    /// </summary>
    public void Say(bool fromVolunteer, DateTimeOffset at, AnswerPromise promise)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ApplicationRules.Transition(State).Require(IsOpen || ContactsAreShared);
        if (!IsOpen) { return; }

        if (!fromVolunteer)
        {
            if (State is not ApplicationState.InDiscussion) { MoveTo(ApplicationState.InDiscussion, at); }
            Answer(at, WaitingSince is null ? Turn.Volunteer : Turn.Nobody);
        }
        else if (Turn is Turn.Volunteer)
        {
            Promise(promise.From(at));
        }
    }

    /// <summary>The next thing that happens because nobody answered; null while it isn't time.</summary>
    /// <remarks>After a long standstill of the whole system a reminder that an answer will soon be due makes no sense any more, and is left out.</remarks>
    public PromiseStep? TakeStep(DateTimeOffset now)
    {
        if (NextStepAt is not { } due || due > now) { return null; }

        var next = PromiseStep is PromiseStep.Running && now >= AnswerBy ? PromiseStep.Overdue : PromiseStep + 1;
        switch (next)
        {
            case PromiseStep.Reminded: Step(next, AnswerBy); LastRemindedAt = now; break;
            case PromiseStep.Overdue: Step(next, HandOverAt); LastRemindedAt = now; break;
            case PromiseStep.HandedOver: Step(next, AlternativesAt); HandedOverAt = now; break;
            case PromiseStep.AlternativesProposed: Step(next, ExpiresAt); break;
            default:
                MoveTo(ApplicationState.Expired, now);
                StopTheClock();
                return PromiseStep.Over;
        }

        return next;
    }

    /// <summary>Keeps what is proposed, so that the volunteer finds it again with their application.</summary>
    public void Propose(IEnumerable<Guid> missions) => Alternatives = [.. missions];

    /// <summary>Somebody looks after it in person.</summary>
    /// <param name="by">Account or client id.</param>
    public void TakeUp(string by, DateTimeOffset at)
    {
        ApplicationRules.NotHandedOver.Require(HandedOverAt is not null && IsOpen);
        (TakenUpBy, TakenUpAt) = (by, at);
    }

    /// <summary>Who looks after it has the organisation reminded once more; once a day is enough.</summary>
    public void RemindAgain(DateTimeOffset at)
    {
        ApplicationRules.NotHandedOver.Require(HandedOverAt is not null && IsOpen);
        ApplicationRules.JustReminded.Require(LastRemindedAt is not { } last || ParisTime.DayOf(at) > ParisTime.DayOf(last));
        LastRemindedAt = at;
    }

    /// <summary>Who looks after it doesn't wait for the clock. False when alternatives were proposed already.</summary>
    public bool ProposeNow()
    {
        ApplicationRules.NotHandedOver.Require(HandedOverAt is not null && IsOpen);
        if (PromiseStep is not PromiseStep.HandedOver) { return false; }
        Step(PromiseStep.AlternativesProposed, ExpiresAt);
        return true;
    }

    private void Promise(PromisedTimes times)
    {
        (PromisedFrom, RemindAt, AnswerBy) = (times.From, times.RemindAt, times.AnswerBy);
        (HandOverAt, AlternativesAt, ExpiresAt) = (times.HandOverAt, times.AlternativesAt, times.ExpiresAt);
        (Turn, HandedOverAt, TakenUpAt, TakenUpBy) = (Turn.Organisation, null, null, null);
        Step(PromiseStep.Running, RemindAt);
    }

    private void Answer(DateTimeOffset at, Turn next)
    {
        AnsweredInTime ??= at <= AnswerBy;
        AnsweredAt ??= at;
        (PromiseStep, NextStepAt, Turn) = (PromiseStep.Kept, null, next);
    }

    private void StopTheClock() => (PromiseStep, NextStepAt, Turn) = (PromiseStep.Over, null, Turn.Nobody);

    private void Step(PromiseStep step, DateTimeOffset? next) => (PromiseStep, NextStepAt) = (step, next);
}
