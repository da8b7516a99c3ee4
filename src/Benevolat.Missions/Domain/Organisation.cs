using Benevolat.Contracts.Missions;

namespace Benevolat.Missions.Domain;

/// <summary>Who offers missions. Members act for it; only a verified one publishes by itself.</summary>
public sealed class Organisation
{
    private static readonly HashSet<(OrganisationState From, OrganisationState To)> Allowed =
    [
        (OrganisationState.Draft, OrganisationState.Pending),
        (OrganisationState.Pending, OrganisationState.Verified),
        (OrganisationState.Pending, OrganisationState.Suspended),
        (OrganisationState.Verified, OrganisationState.Suspended),
        (OrganisationState.Suspended, OrganisationState.Verified),
    ];

    private readonly List<Member> _members = [];

    private Organisation() { }

    public Guid Id { get; private init; }
    public OrganisationProfile Profile { get; private set; } = null!;
    public OrganisationState State { get; private set; }

    /// <summary>Why it is in this state; for members and moderators only.</summary>
    public string? StateReason { get; private set; }

    /// <summary>The network that imported it, with the network's own key for it; null when people registered it.</summary>
    public Guid? NetworkId { get; private init; }
    public string? ExternalId { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public long Version { get; private set; } = 1;
    public IReadOnlyList<Member> Members => _members;

    /// <summary>A person registers their organisation and becomes its owner; moderators look at it next.</summary>
    public static Organisation Register(OrganisationProfile profile, Guid ownerId, DateTimeOffset now)
    {
        profile.Check();
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), Profile = profile, State = OrganisationState.Pending, CreatedAt = now };
        organisation._members.Add(new Member(ownerId, MemberRole.Owner, now));
        return organisation;
    }

    /// <summary>A network vouches for its member organisations: they come in verified.</summary>
    public static Organisation Import(OrganisationProfile profile, Guid networkId, string externalId, DateTimeOffset now)
    {
        profile.Check();
        return new Organisation
        {
            Id = Guid.CreateVersion7(now),
            Profile = profile,
            State = OrganisationState.Verified,
            StateReason = "by-network",
            NetworkId = networkId,
            ExternalId = externalId,
            CreatedAt = now,
        };
    }

    /// <summary>Takes over what a network says of it now; false when nothing is new.</summary>
    public bool Describe(OrganisationProfile profile)
    {
        profile.Check();
        if (profile == Profile) { return false; }

        Profile = profile;
        Version++;
        return true;
    }

    public void Verify() => MoveTo(OrganisationState.Verified, null);

    public void Suspend(string reason) => MoveTo(OrganisationState.Suspended, reason);

    public MemberRole? RoleOf(Guid accountId) => _members.Find(member => member.AccountId == accountId)?.Role;

    /// <summary>Adds a member or changes their role.</summary>
    public void Admit(Guid accountId, MemberRole role, DateTimeOffset now)
    {
        var member = _members.Find(member => member.AccountId == accountId);
        if (member?.Role == role) { return; }

        Rules.LastOwner.Require(role == MemberRole.Owner || !IsLastOwner(accountId));
        if (member is null) { _members.Add(new Member(accountId, role, now)); }
        else { member.Become(role); }
        Version++;
    }

    /// <summary>Somebody leaves or is shown out; false when they were no member.</summary>
    public bool Dismiss(Guid accountId)
    {
        var member = _members.Find(member => member.AccountId == accountId);
        if (member is null) { return false; }

        Rules.LastOwner.Require(!IsLastOwner(accountId));
        _members.Remove(member);
        Version++;
        return true;
    }

    private bool IsLastOwner(Guid accountId) =>
        RoleOf(accountId) == MemberRole.Owner && _members.Count(member => member.Role == MemberRole.Owner) == 1;

    private void MoveTo(OrganisationState next, string? reason)
    {
        Rules.OrganisationTransition.Require(Allowed.Contains((State, next)), ("from", State.ToKebab()), ("to", next.ToKebab()));
        (State, StateReason) = (next, reason);
        Version++;
    }
}

/// <summary>Where an organisation stands.</summary>
public enum OrganisationState { Draft, Pending, Verified, Suspended }
