namespace Benevolat.Web.Api;

/// <summary>A dated slot of a mission, and what the reader has to do with it.</summary>
public sealed record BoardShift(
    Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places, int Left, Participation? Mine, ShiftWaiting? Waiting, SwapMark? Swap);

public sealed record ShiftWaiting(int Position, PlaceOffer? Offer);

public sealed record SwapMark(Guid Id);

/// <summary>One volunteer's coming, on a shift or on a day.</summary>
public sealed record Participation(
    Guid Id, Guid ApplicationId, Guid MissionId, string MissionTitle, Guid OrganisationId, string OrganisationName, Guid VolunteerId, Guid? ShiftId, DateOnly On,
    DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string State, DateTimeOffset? CheckedInAt, int? Minutes, string? MinutesBy, Guid? SwapId, long Version)
{
    public IReadOnlyList<string> Actions { get; init => field = value ?? []; } = [];

    /// <summary>In minutes: as declared, else as long as the slot is.</summary>
    public int? Length => Minutes ?? (EndsAt - StartsAt is { } slot ? (int)slot.TotalMinutes : null);

    public bool May(string action) => Actions.Contains(action);
}

/// <summary>A shift that somebody would give to another volunteer.</summary>
public sealed record Swap(Guid Id, Guid ParticipationId, Guid ShiftId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>Who could take which shift so that most are filled and nobody has much more than others.</summary>
public sealed record ShiftProposals(IReadOnlyList<ProposedAssignment> Assignments, IReadOnlyList<UnfilledShift> Unfilled);

/// <param name="Available">Whether the volunteer said to be free then.</param>
public sealed record ProposedAssignment(Guid ShiftId, Guid ApplicationId, Guid VolunteerId, bool Available);

public sealed record UnfilledShift(Guid ShiftId, int Missing);

public sealed record Assignment(Guid ShiftId, Guid ApplicationId);

/// <param name="Title">Why it was refused, in the reader's language.</param>
public sealed record AssignmentOutcome(Guid ShiftId, Guid ApplicationId, string Status, string? Code, string? Title);

/// <summary>What stands at the door: volunteers scan it or type its letters.</summary>
public sealed record CheckInCode(string Code, string Url, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, string Svg);

/// <param name="At">When the person said « here », by the clock of their own device.</param>
public sealed record CheckIn(string? Code, DateTimeOffset At);

public sealed record CheckInOutcome(string Status, string? Code, string? Title, Guid? ParticipationId, DateTimeOffset? At);
