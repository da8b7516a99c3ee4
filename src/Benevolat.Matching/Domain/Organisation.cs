using Benevolat.Contracts.Missions;

namespace Benevolat.Matching.Domain;

/// <summary>Whether an organisation may offer missions, as Missions says.</summary>
public sealed class Organisation
{
    private Organisation() { }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public bool Suspended { get; private set; }

    /// <summary>Our own count, apart from the organisation's version.</summary>
    public long ResponsivenessVersion { get; private set; }
    public Responsiveness Responsiveness { get; private set; } = Responsiveness.None;

    public static Organisation Unheard(Guid id) => new() { Id = id };

    /// <summary>Ignores what is not newer than what is known; false then.</summary>
    public bool Hear(long version, bool suspended)
    {
        if (version <= Version) { return false; }
        (Version, Suspended) = (version, suspended);
        return true;
    }

    /// <summary>False when nothing changed.</summary>
    public bool Reckon(Responsiveness responsiveness)
    {
        if (Responsiveness == responsiveness) { return false; }
        Responsiveness = responsiveness;
        ResponsivenessVersion++;
        return true;
    }
}

/// <summary>A person's role in an organisation. The row stays when they leave, so that a late older event can't bring them back.</summary>
public sealed class Membership
{
    private Membership() { }

    public Guid OrganisationId { get; private set; }
    public Guid AccountId { get; private set; }
    public long Version { get; private set; }

    /// <summary>Null once they left.</summary>
    public MemberRole? Role { get; private set; }

    public static Membership Unheard(Guid organisationId, Guid accountId) => new() { OrganisationId = organisationId, AccountId = accountId };

    /// <summary>Ignores what is not newer than what is known.</summary>
    public void Hear(long version, MemberRole? role)
    {
        if (version > Version) { (Version, Role) = (version, role); }
    }
}
