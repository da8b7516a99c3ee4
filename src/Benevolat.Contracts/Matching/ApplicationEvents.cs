namespace Benevolat.Contracts.Matching;

/// <summary>A volunteer asked to join a mission; a human answer is due by <paramref name="AnswerBy"/>.</summary>
[WireName("matching.application-submitted.v1"), HeardBy("notifications", "volunteers")]
public sealed record ApplicationSubmitted(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateTimeOffset At, DateTimeOffset AnswerBy) : IEvent;

/// <summary>The organisation saw the application and says so.</summary>
[WireName("matching.application-acknowledged.v1"), HeardBy("notifications")]
public sealed record ApplicationAcknowledged(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateTimeOffset At) : IEvent;

/// <summary>The organisation said yes and a place is the volunteer's.</summary>
/// <param name="WelcomerId">Account of the member who welcomes, or null when the mission names none.</param>
[WireName("matching.application-accepted.v1"), HeardBy("notifications", "volunteers")]
public sealed record ApplicationAccepted(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, Guid? WelcomerId, DateTimeOffset At) : IEvent;

/// <summary>The organisation said no, or the mission ended.</summary>
[WireName("matching.application-declined.v1"), HeardBy("notifications", "volunteers")]
public sealed record ApplicationDeclined(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DeclineReason Reason, DateTimeOffset At) : IEvent;

/// <summary>The volunteer took the application back; a place that was held is free again.</summary>
[WireName("matching.application-withdrawn.v1"), HeardBy("notifications", "volunteers")]
public sealed record ApplicationWithdrawn(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, WithdrawalReason Reason, DateTimeOffset At) : IEvent;

/// <summary>Why an organisation says no.</summary>
public enum DeclineReason { RequirementsNotFulfilled, NoPlaceLeft, ChangedMind, NoResponse, MissionTerminated, Other }

/// <summary>Why a volunteer steps back.</summary>
public enum WithdrawalReason { NotAvailable, RequirementsNotFulfilled, NoResponse, FoundAnother, Other }

/// <summary>Places of a mission after an allocation or a release.</summary>
/// <param name="Version">The allocation's own version, apart from the mission's.</param>
[WireName("matching.places-changed.v1"), HeardBy("missions")]
public sealed record PlacesChanged(Guid MissionId, long Version, int Places, int Taken, int Left) : IEvent;
