namespace Benevolat.Contracts.Matching;

/// <summary>Where a participation stands: somebody is expected, came, has their hours confirmed, didn't come, or it was called off.</summary>
public enum ParticipationState { Planned, Present, Approved, NoShow, Cancelled }

/// <summary>A participation came about or moved on.</summary>
/// <param name="ShiftId">Null when the mission has no shifts.</param>
/// <param name="StartsAt">Planned, or as it was; null when only the day is known.</param>
/// <param name="On">The day in France.</param>
/// <param name="Minutes">What the volunteer gave; null until somebody said.</param>
[WireName("matching.participation-recorded.v1"), HeardBy("volunteers")]
public sealed record ParticipationRecorded(
    Guid ParticipationId, long Version, Guid ApplicationId, Guid MissionId, Guid OrganisationId, Guid VolunteerId, Guid? ShiftId,
    ParticipationState State, DateOnly On, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, int? Minutes, DateTimeOffset At) : IEvent;

/// <summary>Tomorrow is the day: both sides are reminded.</summary>
/// <param name="WelcomerId">Account of the member who welcomes this volunteer, or null.</param>
[WireName("matching.participation-near.v1"), HeardBy("notifications")]
public sealed record ParticipationNear(
    Guid ParticipationId, long Version, Guid ApplicationId, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateOnly On, DateTimeOffset? StartsAt,
    DateTimeOffset At, Guid? WelcomerId = null) : IEvent;

/// <summary>The day after: the volunteer is asked whether it happened, was as described, and whether they will come back.</summary>
/// <param name="Version">The application's version.</param>
[WireName("matching.feedback-asked.v1"), HeardBy("notifications")]
public sealed record FeedbackAsked(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateTimeOffset At) : IEvent;

/// <summary>A volunteer said how it was. Their comment stays in Matching.</summary>
/// <param name="Version">The feedback's version.</param>
[WireName("matching.feedback-given.v1"), HeardBy("missions")]
public sealed record FeedbackGiven(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, bool Happened, AsDescribed? AsDescribed, ComeBack? ComeBack,
    DateTimeOffset At) : IEvent;

/// <summary>Whether a mission was as its page says.</summary>
public enum AsDescribed { Yes, Partly, No }

/// <summary>Whether the volunteer will come again.</summary>
public enum ComeBack { Yes, Maybe, No }

/// <summary>A volunteer can't come to a shift and asks the mission's others, who are free then, whether one takes it over.</summary>
/// <param name="Version">The swap's version.</param>
/// <param name="ToVolunteerIds">Who may take it: nobody whose own shifts clash with it.</param>
[WireName("matching.shift-swap-proposed.v1"), HeardBy("notifications")]
public sealed record ShiftSwapProposed(
    Guid SwapId, long Version, Guid MissionId, Guid OrganisationId, Guid ShiftId, Guid FromVolunteerId, IReadOnlyList<Guid> ToVolunteerIds,
    DateTimeOffset StartsAt, DateTimeOffset At) : IEvent;

/// <summary>Somebody took the shift over: it is theirs now.</summary>
/// <param name="Version">The swap's version.</param>
[WireName("matching.shift-swap-taken.v1"), HeardBy("notifications")]
public sealed record ShiftSwapTaken(
    Guid SwapId, long Version, Guid MissionId, Guid OrganisationId, Guid ShiftId, Guid FromVolunteerId, Guid ToVolunteerId, DateTimeOffset StartsAt,
    DateTimeOffset At) : IEvent;
