namespace Benevolat.Contracts.Missions;

/// <summary>A network sent something for the first time.</summary>
/// <param name="Version">Always 1: a network never changes its client.</param>
/// <param name="ClientId">The OAuth client that speaks for it.</param>
[WireName("missions.network-registered.v1"), HeardBy("matching")]
public sealed record NetworkRegistered(Guid NetworkId, long Version, string ClientId, DateTimeOffset At) : IEvent;
