namespace Benevolat.Contracts.Matching;

/// <summary>Half of the time promised for an answer has gone by: those who answer for the organisation are reminded.</summary>
[WireName("matching.answer-due-soon.v1"), HeardBy("notifications")]
public sealed record AnswerDueSoon(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateTimeOffset AnswerBy, DateTimeOffset At) : IEvent;

/// <summary>The promise wasn't kept: the organisation is reminded again, and the volunteer hears that it was.</summary>
[WireName("matching.answer-overdue.v1"), HeardBy("notifications")]
public sealed record AnswerOverdue(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateTimeOffset AnswerBy, DateTimeOffset At) : IEvent;

/// <summary>Still no answer: a person takes the matter up, an adviser of the network or else a moderator of the territory.</summary>
/// <param name="NetworkId">The network whose mission it is; null when moderators look after it.</param>
[WireName("matching.application-handed-over.v1"), HeardBy("notifications")]
public sealed record ApplicationHandedOver(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, Guid? NetworkId, DateTimeOffset At) : IEvent;

/// <summary>The volunteer gets other missions instead of silence, ready to apply for in one click.</summary>
/// <param name="MissionIds">Best first, three at most; empty when nothing else suits.</param>
/// <param name="Cause">Why they are proposed.</param>
[WireName("matching.alternatives-proposed.v1"), HeardBy("notifications")]
public sealed record AlternativesProposed(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, IReadOnlyList<Guid> MissionIds, AlternativesCause Cause,
    DateTimeOffset At) : IEvent;

/// <summary>Nobody answered for so long that the application is over; the volunteer has their alternatives and may apply again.</summary>
[WireName("matching.application-expired.v1"), HeardBy("notifications", "volunteers")]
public sealed record ApplicationExpired(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateTimeOffset At) : IEvent;

/// <summary>Why other missions are proposed.</summary>
public enum AlternativesCause { NoAnswer, MissionEnded }
