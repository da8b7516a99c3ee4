using Benevolat.Contracts.Matching;

namespace Benevolat.Matching.Domain;

/// <summary>One volunteer's request to join one mission. A human answer is due by <see cref="AnswerBy"/>.</summary>
public sealed partial class Application
{
    /// <summary>Characters of a message in either direction.</summary>
    public const int LongestMessage = 2_000;

    private Application() { }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public Guid MissionId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid VolunteerId { get; private set; }
    public ApplicationState State { get; private set; }

    /// <summary>What the volunteer wrote. Never in an event or a log.</summary>
    public string Message { get; private set; } = "";
    public DateTimeOffset SubmittedAt { get; private set; }
    public DateTimeOffset AnswerBy { get; private set; }

    /// <summary>When the state last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }
    public DeclineReason? DeclinedFor { get; private set; }
    public WithdrawalReason? WithdrawnFor { get; private set; }

    /// <summary>What the organisation wrote with its answer. Never in an event or a log.</summary>
    public string? AnswerMessage { get; private set; }

    /// <summary>Who welcomes, fixed at acceptance.</summary>
    public Guid? WelcomerId { get; private set; }

    /// <summary>Whether the application holds one of the mission's places.</summary>
    public bool HoldsPlace => State is ApplicationState.Accepted;

    public static Application Submit(
        Guid id, Guid missionId, Guid organisationId, Guid volunteerId, string message, DateTimeOffset at, DateTimeOffset answerBy) => new()
        {
            Id = id,
            Version = 1,
            MissionId = missionId,
            OrganisationId = organisationId,
            VolunteerId = volunteerId,
            Message = message,
            SubmittedAt = at,
            AnswerBy = answerBy,
            ChangedAt = at,
        };

    /// <summary>The organisation saw it.</summary>
    public void Acknowledge(DateTimeOffset at) => MoveTo(ApplicationState.Acknowledged, at);

    /// <summary>The two sides talk before deciding.</summary>
    public void Discuss(DateTimeOffset at) => MoveTo(ApplicationState.InDiscussion, at);

    /// <summary>The organisation says yes; the caller takes a place in the same transaction.</summary>
    public void Accept(Guid? welcomerId, DateTimeOffset at)
    {
        MoveTo(ApplicationState.Accepted, at);
        WelcomerId = welcomerId;
        ReconsiderFeedback(at);
    }

    /// <summary>The organisation says no, or the mission ended.</summary>
    public void Decline(DeclineReason reason, string? message, DateTimeOffset at)
    {
        MoveTo(ApplicationState.Declined, at);
        (DeclinedFor, AnswerMessage) = (reason, message);
    }

    /// <summary>The volunteer steps back, before or after the answer.</summary>
    public void Withdraw(WithdrawalReason reason, DateTimeOffset at)
    {
        MoveTo(ApplicationState.Withdrawn, at);
        WithdrawnFor = reason;
    }

    /// <summary>Nobody answered for too long.</summary>
    public void Expire(DateTimeOffset at) => MoveTo(ApplicationState.Expired, at);

    /// <summary>The volunteer came.</summary>
    public void Complete(DateTimeOffset at)
    {
        MoveTo(ApplicationState.Completed, at);
        ReconsiderFeedback(at);
    }

    /// <summary>The volunteer was expected and didn't come.</summary>
    public void MissTheDay(DateTimeOffset at) => MoveTo(ApplicationState.NoShow, at);

    private void MoveTo(ApplicationState next, DateTimeOffset at)
    {
        ApplicationRules.Transition(State).Require(IsAllowed(State, next));
        (State, ChangedAt) = (next, at);
        Version++;
    }

    private static bool IsAllowed(ApplicationState from, ApplicationState next) => (from, next) is
        (ApplicationState.Submitted, ApplicationState.Acknowledged) or
        (ApplicationState.Submitted or ApplicationState.Acknowledged, ApplicationState.InDiscussion) or
        (ApplicationState.Submitted or ApplicationState.Acknowledged or ApplicationState.InDiscussion,
            ApplicationState.Accepted or ApplicationState.Declined or ApplicationState.Withdrawn or ApplicationState.Expired) or
        (ApplicationState.Accepted, ApplicationState.Completed or ApplicationState.NoShow or ApplicationState.Withdrawn);
}
