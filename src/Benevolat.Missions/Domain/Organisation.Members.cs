using Benevolat.Contracts.Missions;

namespace Benevolat.Missions.Domain;

/// <content>Who acts for it.</content>
public sealed partial class Organisation
{
    public MemberRole? RoleOf(Guid accountId) => MemberWith(accountId)?.Role;

    /// <summary>Adds a member or changes their role.</summary>
    /// <param name="name">What the other members call them; null leaves it as it is.</param>
    public void Admit(Guid accountId, MemberRole role, DateTimeOffset now, string? name = null)
    {
        var member = MemberWith(accountId);
        if (member?.Role == role && (name is null || name == member.Name)) { return; }

        Rules.LastOwner.Require(role == MemberRole.Owner || !IsLastOwner(accountId));
        if (member is null) { _members.Add(new Member(accountId, role, now, name)); }
        else { member.Become(role, name ?? member.Name); }
        Version++;
    }

    /// <summary>Lets somebody in who was invited or asked; who is a member already keeps their role.</summary>
    public void Welcome(Guid accountId, MemberRole role, string name, DateTimeOffset now) => Admit(accountId, RoleOf(accountId) ?? role, now, name);

    /// <summary>Somebody leaves or is shown out; false when they were no member.</summary>
    public bool Dismiss(Guid accountId)
    {
        var member = MemberWith(accountId);
        if (member is null) { return false; }

        Rules.LastOwner.Require(!IsLastOwner(accountId));
        _members.Remove(member);
        Version++;
        return true;
    }

    private Member? MemberWith(Guid accountId) => _members.Find(member => member.AccountId == accountId);

    private bool IsLastOwner(Guid accountId) =>
        RoleOf(accountId) == MemberRole.Owner && _members.Count(member => member.Role == MemberRole.Owner) == 1;
}
