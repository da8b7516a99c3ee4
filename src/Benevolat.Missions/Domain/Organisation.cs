using Benevolat.Contracts.Missions;

namespace Benevolat.Missions.Domain;

/// <summary>Who offers missions. Members act for it; only a verified one publishes by itself.</summary>
public sealed partial class Organisation
{
    private readonly List<Member> _members = [];
    private readonly List<OrganisationTransition> _history = [];

    private Organisation() { }

    public Guid Id { get; private init; }
    public OrganisationProfile Profile { get; private set; } = null!;
    public OrganisationState State { get; private set; }

    /// <summary>Why it is in this state; for members and moderators only.</summary>
    public string? StateReason { get; private set; }

    /// <summary>The network that imported it, with the network's own key for it; null when people registered it.</summary>
    public Guid? NetworkId { get; private init; }
    public string? ExternalId { get; private init; }

    /// <summary>The account that registered it; null when a network did.</summary>
    public Guid? CreatedBy { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was last handed in for verification.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When its members changed what it was verified by, its name or a number, and no moderator has looked since; null otherwise.</summary>
    public DateTimeOffset? IdentityChangedAt { get; private set; }

    /// <summary>Names the content of its logo; null when it has none.</summary>
    public string? LogoTag { get; private set; }
    public long Version { get; private set; } = 1;
    public IReadOnlyList<Member> Members => _members;
    public IReadOnlyList<OrganisationTransition> History => _history;

    /// <summary>A person begins to describe their organisation and becomes its owner; nobody else sees it yet, and much may be missing.</summary>
    public static Organisation Draft(OrganisationProfile profile, Guid ownerId, DateTimeOffset now)
    {
        profile.Check();
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), Profile = profile, State = OrganisationState.Draft, CreatedBy = ownerId, CreatedAt = now };
        organisation._members.Add(new Member(ownerId, MemberRole.Owner, now));
        organisation.Record(null, OrganisationState.Draft, Actor.Member(ownerId), now, null);
        return organisation;
    }

    /// <summary>A person registers their organisation and becomes its owner; moderators look at it next.</summary>
    public static Organisation Register(OrganisationProfile profile, Guid ownerId, DateTimeOffset now)
    {
        profile.Check();
        OrganisationRules.Incomplete.Require(profile.IsComplete);
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(now),
            Profile = profile,
            State = OrganisationState.Pending,
            CreatedBy = ownerId,
            CreatedAt = now,
            SubmittedAt = now,
        };
        organisation._members.Add(new Member(ownerId, MemberRole.Owner, now));
        organisation.Record(null, OrganisationState.Pending, Actor.Member(ownerId), now, null);
        return organisation;
    }

    /// <summary>A network vouches for its member organisations: they come in verified.</summary>
    public static Organisation Import(OrganisationProfile profile, Guid networkId, string externalId, DateTimeOffset now)
    {
        profile.Check();
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(now),
            Profile = profile,
            State = OrganisationState.Verified,
            StateReason = ByNetwork,
            NetworkId = networkId,
            ExternalId = externalId,
            CreatedAt = now,
        };
        organisation.Record(null, OrganisationState.Verified, Actor.Network(networkId), now, ByNetwork);
        return organisation;
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

    /// <summary>
    /// Takes over what its managers say of it now; false when nothing is new. Only in a draft may something be missing. One that is verified stays so
    /// under another name or number, but moderators look at it again: somebody might take a name that people trust.
    /// </summary>
    public bool Edit(OrganisationProfile profile, Actor actor, DateTimeOffset now)
    {
        OrganisationRules.Incomplete.Require(State == OrganisationState.Draft || profile.IsComplete);
        var before = Profile;
        if (!Describe(profile)) { return false; }
        if (State == OrganisationState.Verified && profile.Identity != before.Identity)
        {
            IdentityChangedAt = now;
            Record(State, State, actor, now, before.Identity);
        }

        return true;
    }

    /// <summary>Notes which logo it has now.</summary>
    /// <param name="tag">Null when it has none any more.</param>
    public void Wear(string? tag)
    {
        if (tag == LogoTag) { return; }

        LogoTag = tag;
        Version++;
    }
}

/// <summary>Where an organisation stands.</summary>
public enum OrganisationState { Draft, Pending, Verified, Suspended }
