using Benevolat.Contracts.Missions;

namespace Benevolat.Missions.Domain;

/// <summary>A person's place in an organisation.</summary>
public sealed class Member(Guid accountId, MemberRole role, DateTimeOffset joinedAt, string? name = null)
{
    public const int LongestName = 80;

    public Guid AccountId { get; private init; } = accountId;
    public MemberRole Role { get; private set; } = role;

    /// <summary>What the other members call them, and only those see; null for who never gave one.</summary>
    public string? Name { get; private set; } = name;
    public DateTimeOffset JoinedAt { get; private init; } = joinedAt;

    internal void Become(MemberRole role, string? name) => (Role, Name) = (role, name);
}
