namespace Benevolat.Contracts.Missions;

/// <summary>A moderator (or a trusted network's import) vouched for the organisation.</summary>
[WireName("missions.organisation-verified.v1"), HeardBy("matching", "notifications")]
public sealed record OrganisationVerified(Guid OrganisationId, long Version, string Name, DateTimeOffset At) : IEvent;

/// <summary>A moderator handed the organisation back: its owners mend the profile and submit it again. The moderator's words stay in Missions.</summary>
[WireName("missions.organisation-refused.v1"), HeardBy("notifications")]
public sealed record OrganisationRefused(Guid OrganisationId, long Version, string Name, DateTimeOffset At) : IEvent;

/// <summary>The organisation may no longer offer missions; open ones are paused.</summary>
[WireName("missions.organisation-suspended.v1"), HeardBy("matching")]
public sealed record OrganisationSuspended(Guid OrganisationId, long Version, string Reason, DateTimeOffset At) : IEvent;

/// <summary>A person's place in an organisation; a null role means that they left.</summary>
/// <param name="Version">The organisation's version.</param>
[WireName("missions.organisation-membership-changed.v1"), HeardBy("matching", "notifications", "volunteers")]
public sealed record OrganisationMembershipChanged(Guid OrganisationId, long Version, Guid AccountId, MemberRole? Role) : IEvent;

/// <summary>Somebody asks to become a member. What they wrote stays in Missions.</summary>
/// <param name="Version">The request's version.</param>
[WireName("missions.join-requested.v1"), HeardBy("notifications")]
public sealed record JoinRequested(
    Guid RequestId, long Version, Guid OrganisationId, string OrganisationName, Guid AccountId, DateTimeOffset At) : IEvent;

/// <summary>An owner answered somebody who asked to become a member.</summary>
/// <param name="Version">The request's version.</param>
/// <param name="Role">What they are now; null when the answer is no.</param>
[WireName("missions.join-answered.v1"), HeardBy("notifications")]
public sealed record JoinAnswered(
    Guid RequestId, long Version, Guid OrganisationId, string OrganisationName, Guid AccountId, MemberRole? Role, DateTimeOffset At) : IEvent;

/// <summary>
/// An organisation asks somebody in who may have no account: the only event of Missions with personal data, for Notifications alone,
/// which forgets the address and the link's secret once the message is sent.
/// </summary>
/// <param name="Version">The invitation's version.</param>
/// <param name="Token">The secret in the link; Missions keeps its hash only.</param>
/// <param name="Language">Two letters, <c>fr</c> or <c>en</c>: the inviter's, since the guest's isn't known.</param>
[WireName("missions.member-invited.v1"), HeardBy("notifications"), Confidential("notifications")]
public sealed record MemberInvited(
    Guid InvitationId, long Version, Guid OrganisationId, string OrganisationName, MemberRole Role, string Email, string Token, string Language,
    DateTimeOffset ExpiresAt, DateTimeOffset At) : IEvent;

/// <summary>Owners and managers act for the organisation; welcomers receive volunteers on the day.</summary>
public enum MemberRole { Owner, Manager, Welcomer }
