namespace Benevolat.Contracts.Missions;

/// <summary>A moderator (or a trusted network's import) vouched for the organisation.</summary>
[WireName("missions.organisation-verified.v1"), HeardBy("matching", "notifications")]
public sealed record OrganisationVerified(Guid OrganisationId, long Version, string Name, DateTimeOffset At) : IEvent;

/// <summary>The organisation may no longer offer missions; open ones are paused.</summary>
[WireName("missions.organisation-suspended.v1"), HeardBy("matching")]
public sealed record OrganisationSuspended(Guid OrganisationId, long Version, string Reason, DateTimeOffset At) : IEvent;

/// <summary>A person's place in an organisation; a null role means that they left.</summary>
/// <param name="Version">The organisation's version.</param>
[WireName("missions.organisation-membership-changed.v1"), HeardBy("matching", "notifications", "volunteers")]
public sealed record OrganisationMembershipChanged(Guid OrganisationId, long Version, Guid AccountId, MemberRole? Role) : IEvent;

/// <summary>Owners and managers act for the organisation; welcomers receive volunteers on the day.</summary>
public enum MemberRole { Owner, Manager, Welcomer }
