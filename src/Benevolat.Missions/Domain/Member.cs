using Benevolat.Contracts.Missions;

namespace Benevolat.Missions.Domain;

/// <summary>A person's place in an organisation.</summary>
public sealed class Member(Guid accountId, MemberRole role, DateTimeOffset joinedAt)
{
    public Guid AccountId { get; private init; } = accountId;
    public MemberRole Role { get; private set; } = role;
    public DateTimeOffset JoinedAt { get; private init; } = joinedAt;

    internal void Become(MemberRole role) => Role = role;
}
