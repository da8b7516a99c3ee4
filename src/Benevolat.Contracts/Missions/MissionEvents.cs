namespace Benevolat.Contracts.Missions;

/// <summary>The mission is open: volunteers may find it and apply.</summary>
[WireName("missions.mission-published.v1"), HeardBy("matching", "notifications")]
public sealed record MissionPublished(Guid MissionId, long Version, MissionFacts Mission, DateTimeOffset At) : IEvent;

/// <summary>A published or paused mission was edited.</summary>
[WireName("missions.mission-changed.v1"), HeardBy("matching", "notifications")]
public sealed record MissionChanged(Guid MissionId, long Version, MissionFacts Mission, DateTimeOffset At) : IEvent;

/// <summary>The mission takes no applications for now.</summary>
[WireName("missions.mission-paused.v1"), HeardBy("matching", "notifications")]
public sealed record MissionPaused(Guid MissionId, long Version, DateTimeOffset At) : IEvent;

/// <summary>The mission takes no applications any more.</summary>
[WireName("missions.mission-closed.v1"), HeardBy("matching", "notifications")]
public sealed record MissionClosed(Guid MissionId, long Version, ClosingReason Reason, DateTimeOffset At) : IEvent;

/// <summary>Why a mission closed.</summary>
public enum ClosingReason { Filled, Done, Expired, Cancelled, Reported, Refused }

/// <summary>Missions were published that fit a search which somebody keeps.</summary>
/// <param name="Version">The number of the alert: grows with each one of this search.</param>
/// <param name="MissionIds">The best of them, 10 at most.</param>
/// <param name="Total">How many there are.</param>
[WireName("missions.saved-search-matched.v1"), HeardBy("notifications")]
public sealed record SavedSearchMatched(Guid SavedSearchId, long Version, Guid AccountId, IReadOnlyList<Guid> MissionIds, int Total, DateTimeOffset At) : IEvent;
