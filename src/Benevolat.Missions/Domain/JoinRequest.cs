using Benevolat.Contracts.Missions;

namespace Benevolat.Missions.Domain;

/// <summary>Somebody asks to become a member of an organisation; its owners answer. What they wrote of themselves goes with the answer.</summary>
public sealed class JoinRequest
{
    public const int LongestMessage = 1000;

    private JoinRequest() { }

    public Guid Id { get; private init; }
    public Guid OrganisationId { get; private init; }
    public Guid AccountId { get; private init; }

    /// <summary>What they want to be called; null once answered.</summary>
    public string? Name { get; private set; }

    /// <summary>In their words; null once answered.</summary>
    public string? Message { get; private set; }
    public JoinRequestState State { get; private set; }
    public MemberRole? Role { get; private set; }
    public DateTimeOffset AskedAt { get; private init; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public long Version { get; private set; } = 1;

    public static JoinRequest Ask(Organisation organisation, Guid accountId, string name, string? message, DateTimeOffset now)
    {
        OrganisationRules.AlreadyMember.Require(organisation.RoleOf(accountId) is null);
        return new JoinRequest
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisation.Id,
            AccountId = accountId,
            Name = name,
            Message = message,
            AskedAt = now,
        };
    }

    /// <summary>Makes them a member of the organisation.</summary>
    public void Accept(Organisation organisation, MemberRole role, Guid by, DateTimeOffset now)
    {
        OrganisationRules.JoinAnswered.Require(State == JoinRequestState.Open);
        organisation.Welcome(AccountId, role, Name!, now);
        Role = role;
        Answer(JoinRequestState.Accepted, by, now);
    }

    public void Refuse(Guid by, DateTimeOffset now)
    {
        OrganisationRules.JoinAnswered.Require(State == JoinRequestState.Open);
        Answer(JoinRequestState.Refused, by, now);
    }

    private void Answer(JoinRequestState state, Guid by, DateTimeOffset now)
    {
        (State, AnsweredBy, AnsweredAt, Name, Message) = (state, by, now, null, null);
        Version++;
    }
}

/// <summary>How far a request to join is.</summary>
public enum JoinRequestState { Open, Accepted, Refused }
