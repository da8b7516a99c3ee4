using Benevolat.Contracts.Matching;

namespace Benevolat.Matching.Domain;

/// <summary>One volunteer's request to join one mission. A human answer is due by <see cref="AnswerBy"/>.</summary>
public sealed partial class Application
{
    /// <summary>Characters of a message in either direction.</summary>
    public const int LongestMessage = 2_000;

    /// <summary>People that one application may stand for: a class, a team of colleagues.</summary>
    public const int LargestGroup = 50;

    private Application() { }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public Guid MissionId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid VolunteerId { get; private set; }
    public ApplicationState State { get; private set; }

    /// <summary>What the volunteer wrote. Never in an event or a log.</summary>
    public string Message { get; private set; } = "";

    /// <summary>How many places it asks for: more than one for a group with one contact.</summary>
    public int Places { get; private set; } = 1;

    /// <summary>The company or class; null for one person.</summary>
    public string? GroupName { get; private set; }
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>When the state last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }
    public DeclineReason? DeclinedFor { get; private set; }
    public WithdrawalReason? WithdrawnFor { get; private set; }

    /// <summary>What the organisation wrote with its answer. Never in an event or a log.</summary>
    public string? AnswerMessage { get; private set; }

    /// <summary>Who welcomes, fixed at acceptance.</summary>
    public Guid? WelcomerId { get; private set; }

    public bool IsOpen => ApplicationStates.Open.Contains(State);

    /// <summary>Whether the application holds places of the mission: its own, or those that are offered to it.</summary>
    public bool HoldsPlace => State is ApplicationState.Accepted || OfferId is not null;

    /// <summary>Whether the two sides agreed, so that each may see how to reach the other.</summary>
    public bool ContactsAreShared => State is ApplicationState.Accepted or ApplicationState.Completed;

    public static Application Submit(
        Guid id, Guid missionId, Guid organisationId, Guid volunteerId, string message, PromisedTimes times, Group? group = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        var application = new Application
        {
            Id = id,
            Version = 1,
            MissionId = missionId,
            OrganisationId = organisationId,
            VolunteerId = volunteerId,
            Message = message,
            Places = group?.Places ?? 1,
            GroupName = group?.Name,
            SubmittedAt = times.From,
            ChangedAt = times.From,
        };
        application.Promise(times);
        return application;
    }

    /// <summary>The organisation saw it. That is no answer yet: the clock runs on.</summary>
    public void Acknowledge(DateTimeOffset at) => MoveTo(ApplicationState.Acknowledged, at);

    /// <summary>The organisation says yes; the caller takes the places in the same transaction.</summary>
    public void Accept(Guid? welcomerId, string? message, DateTimeOffset at)
    {
        MoveTo(ApplicationState.Accepted, at);
        (WelcomerId, AnswerMessage) = (welcomerId, message);
        Answer(at, Turn.Nobody);
        LeaveTheLine();
        ReconsiderFeedback(at);
    }

    /// <summary>The organisation says no.</summary>
    public void Decline(DeclineReason reason, string? message, DateTimeOffset at)
    {
        MoveTo(ApplicationState.Declined, at);
        (DeclinedFor, AnswerMessage) = (reason, message);
        Answer(at, Turn.Nobody);
        LeaveTheLine();
    }

    /// <summary>
    /// The mission is no more. That isn't a human answer, so nobody gets credit for one. Somebody who was accepted only loses their place
    /// where there is nothing left to come to.
    /// </summary>
    public void EndWithMission(DateTimeOffset at)
    {
        ApplicationRules.Transition(State).Require(IsOpen || State is ApplicationState.Accepted);
        (State, ChangedAt, DeclinedFor) = (ApplicationState.Declined, at, DeclineReason.MissionTerminated);
        Version++;
        StopTheClock();
        LeaveTheLine();
    }

    /// <summary>The volunteer steps back, before or after the answer.</summary>
    public void Withdraw(WithdrawalReason reason, DateTimeOffset at)
    {
        MoveTo(ApplicationState.Withdrawn, at);
        WithdrawnFor = reason;
        StopTheClock();
        LeaveTheLine();
    }

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

/// <summary>Several people behind one contact.</summary>
/// <param name="Name">The company or class.</param>
public sealed record Group(int Places, string Name);
