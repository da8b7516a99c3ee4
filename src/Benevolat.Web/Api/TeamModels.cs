namespace Benevolat.Web.Api;

/// <summary>An association that may be the one which somebody registers. <paramref name="Why"/>: same number, or alike in name and city.</summary>
public sealed record Duplicate(Guid Id, string Name, string? Commune, bool Verified, string Why);

/// <summary>A person in an association; those who never gave a name have none.</summary>
public sealed record TeamMember(Guid AccountId, string Role, string? Name, DateTimeOffset JoinedAt);

/// <summary>An invitation by e-mail that nobody has answered yet.</summary>
public sealed record OpenInvitation(Guid Id, string Email, string Role, string? Name, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt);

/// <summary>Somebody asks to join an association, whose name only moderators are told with it.</summary>
public sealed record JoinRequest(Guid Id, Guid OrganisationId, string? OrganisationName, Guid AccountId, string? Name, string? Message, DateTimeOffset AskedAt);

/// <summary>What stands behind the link in an invitation's e-mail; the address all but hidden.</summary>
public sealed record Invitation(InvitingOrganisation Organisation, string Role, string Email, string? Name, DateTimeOffset ExpiresAt);

public sealed record InvitingOrganisation(Guid Id, string Name);

public sealed record AcceptedInvitation(Guid OrganisationId, string Role);
