namespace Benevolat.Contracts.Identity;

/// <summary>A person confirmed their e-mail address: the account may be used.</summary>
[WireName("identity.account-registered.v1")]
public sealed record AccountRegistered(Guid AccountId, long Version, DateTimeOffset At) : IEvent;

/// <summary>How to reach a person. The only event of Identity with personal data, for Notifications alone.</summary>
/// <param name="Language">Two letters, <c>fr</c> or <c>en</c>.</param>
[WireName("identity.account-contact-changed.v1"), HeardBy("notifications"), Confidential("notifications")]
public sealed record AccountContactChanged(Guid AccountId, long Version, string Email, string FirstName, string Language) : IEvent;
