namespace Benevolat.Contracts.Matching;

/// <summary>One side wrote to the other. What they wrote stays in Matching.</summary>
/// <param name="Version">The application's version after the message.</param>
/// <param name="FromVolunteer">Otherwise from the organisation.</param>
[WireName("matching.application-message-posted.v1"), HeardBy("notifications")]
public sealed record ApplicationMessagePosted(
    Guid MessageId, long Version, Guid ApplicationId, Guid MissionId, Guid OrganisationId, Guid VolunteerId, bool FromVolunteer, DateTimeOffset At) : IEvent;

/// <summary>An organisation would like a volunteer, whose name it doesn't know yet, to look at a mission.</summary>
/// <param name="Version">The invitation's version.</param>
[WireName("matching.volunteer-invited.v1"), HeardBy("notifications")]
public sealed record VolunteerInvited(Guid InvitationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateTimeOffset At) : IEvent;

/// <summary>New missions that suit a volunteer; each is told of once.</summary>
/// <param name="Version">The number of the volunteer's round: grows with each.</param>
/// <param name="MissionIds">Best first, 10 at most.</param>
/// <param name="Total">How many there are.</param>
[WireName("matching.matches-found.v1"), HeardBy("notifications")]
public sealed record MatchesFound(Guid VolunteerId, long Version, IReadOnlyList<Guid> MissionIds, int Total, DateTimeOffset At) : IEvent;
