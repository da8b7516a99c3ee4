using System.Security.Cryptography;
using System.Text;
using Benevolat.Contracts.Missions;

namespace Benevolat.Missions.Domain;

/// <summary>
/// An organisation asks somebody in, by their address. The link that they get holds a secret of which only the hash is kept here; the
/// address is forgotten as soon as the invitation is used, revoked or over.
/// </summary>
public sealed class Invitation
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private Invitation() { }

    public Guid Id { get; private init; }
    public Guid OrganisationId { get; private init; }

    /// <summary>Null once it is used, revoked or over.</summary>
    public string? Email { get; private set; }
    public MemberRole Role { get; private init; }

    /// <summary>What the inviting owner calls them; null once it is used, revoked or over.</summary>
    public string? Name { get; private set; }
    public byte[] TokenHash { get; private init; } = [];
    public InvitationState State { get; private set; }
    public Guid InvitedBy { get; private init; }
    public DateTimeOffset InvitedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public Guid? AcceptedBy { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public long Version { get; private set; } = 1;

    /// <summary>The invitation and the secret for its link, which nobody can find out from it afterwards.</summary>
    public static (Invitation Invitation, string Token) Write(
        Guid organisationId, string email, MemberRole role, string? name, Guid by, DateTimeOffset now)
    {
        var token = System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisationId,
            Email = email.Trim(),
            Role = role,
            Name = name,
            TokenHash = HashOf(token),
            InvitedBy = by,
            InvitedAt = now,
            ExpiresAt = now + Life,
        };
        return (invitation, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public bool IsOpen(DateTimeOffset now) => State == InvitationState.Open && now < ExpiresAt;

    /// <summary>The address as its owner recognises it and nobody else learns it: <c>c…@exemple.fr</c>.</summary>
    public string? MaskedEmail() => Email is null ? null : $"{Email[0]}…{Email[Email.IndexOf('@', StringComparison.Ordinal)..]}";

    /// <summary>The person behind the address becomes a member; that it is they is for the caller to check.</summary>
    public void Accept(Organisation organisation, Guid accountId, string name, DateTimeOffset now)
    {
        OrganisationRules.InvitationUsed.Require(State != InvitationState.Accepted);
        OrganisationRules.InvitationOver.Require(IsOpen(now));
        organisation.Welcome(accountId, Role, name, now);
        (State, AcceptedBy, AcceptedAt) = (InvitationState.Accepted, accountId, now);
        Forget();
    }

    public void Revoke()
    {
        if (State != InvitationState.Open) { return; }

        State = InvitationState.Revoked;
        Forget();
    }

    private void Forget()
    {
        (Email, Name) = (null, null);
        Version++;
    }
}

/// <summary>What became of an invitation; an open one may be over by its date.</summary>
public enum InvitationState { Open, Accepted, Revoked }
