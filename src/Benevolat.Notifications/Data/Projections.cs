using Benevolat.Contracts.Missions;

namespace Benevolat.Notifications.Data;

/// <summary>How to reach a person: the only place of the system, beside Identity, that knows.</summary>
public sealed class Contact
{
    public required Guid AccountId { get; init; }

    public long Version { get; set; }

    public string Email { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string Language { get; set; } = "fr";
}

/// <summary>Somebody who is asked in and may have no account. Forgotten, with the secret of their link, once the message is sent or the invitation is over.</summary>
public sealed class Guest
{
    /// <summary>The invitation's.</summary>
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string Language { get; init; }

    public required MemberRole Role { get; init; }

    /// <summary>The secret in the link.</summary>
    public required string Token { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A person's place in an organisation; who left keeps a row without a role, so that a late event can't bring them back.</summary>
public sealed class Membership
{
    public required Guid OrganisationId { get; init; }

    public required Guid AccountId { get; init; }

    public long Version { get; set; }

    public MemberRole? Role { get; set; }
}

/// <summary>What messages say of a mission.</summary>
public sealed class KnownMission
{
    public required Guid Id { get; init; }

    public long Version { get; set; }

    public required MissionFacts Facts { get; set; }
}

/// <summary>
/// Whether volunteers may apply for a mission. Beside <see cref="KnownMission"/>, not in it: an edit has a newer version than the pause
/// before it and opens nothing, and a closure may arrive before what the mission is. Without a row nothing is known, and it counts as open.
/// </summary>
public sealed class Opening
{
    public required Guid MissionId { get; init; }

    public long Version { get; set; }

    public bool IsOpen { get; set; }
}

/// <summary>A key that this installation made for itself, shared by its replicas.</summary>
public sealed class Secret
{
    public required string Name { get; init; }

    public required byte[] Value { get; init; }
}
