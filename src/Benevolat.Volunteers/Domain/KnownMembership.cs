using Benevolat.Contracts.Missions;

namespace Benevolat.Volunteers.Domain;

/// <summary>A person's place in an organisation, from Missions' events. Who left keeps a row without a role, so that a late event can't bring them back.</summary>
public sealed class KnownMembership
{
    public required Guid OrganisationId { get; init; }

    public required Guid AccountId { get; init; }

    public long Version { get; set; }

    public MemberRole? Role { get; set; }
}
