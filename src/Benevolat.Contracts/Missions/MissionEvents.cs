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

/// <summary>The mission closes by itself in a few days, unless somebody says that it still stands.</summary>
/// <param name="ExpiresOn">The last day on which it is offered.</param>
[WireName("missions.mission-expiring.v1"), HeardBy("notifications")]
public sealed record MissionExpiring(Guid MissionId, long Version, Guid OrganisationId, DateOnly ExpiresOn, DateTimeOffset At) : IEvent;

/// <summary>A moderator looked at a mission that waited for it. The moderator's words stay in Missions, since they may name somebody.</summary>
/// <param name="Title">Told here, because nobody else knows a mission that was never published.</param>
[WireName("missions.mission-reviewed.v1"), HeardBy("notifications")]
public sealed record MissionReviewed(
    Guid MissionId, long Version, Guid OrganisationId, string Title, ReviewDecision Decision, DateTimeOffset At) : IEvent;

/// <summary>What a moderator says to a mission.</summary>
public enum ReviewDecision { Accepted, ChangesRequested, Refused }

/// <summary>Missions were published that fit a search which somebody keeps.</summary>
/// <param name="Version">The number of the alert: grows with each one of this search.</param>
/// <param name="MissionIds">The best of them, 10 at most.</param>
/// <param name="Total">How many there are.</param>
[WireName("missions.saved-search-matched.v1"), HeardBy("notifications")]
public sealed record SavedSearchMatched(Guid SavedSearchId, long Version, Guid AccountId, IReadOnlyList<Guid> MissionIds, int Total, DateTimeOffset At) : IEvent;
