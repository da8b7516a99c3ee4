namespace Benevolat.Contracts.Missions;

/// <summary>The mission is open: volunteers may find it and apply.</summary>
[WireName("missions.mission-published.v1"), HeardBy("matching", "notifications")]
public sealed record MissionPublished(Guid MissionId, long Version, MissionFacts Mission, DateTimeOffset At) : IEvent;

/// <summary>A published or paused mission was edited.</summary>
[WireName("missions.mission-changed.v1"), HeardBy("matching", "notifications")]
public sealed record MissionChanged(Guid MissionId, long Version, MissionFacts Mission, DateTimeOffset At) : IEvent;

/// <summary>The mission takes no applications for now.</summary>
[WireName("missions.mission-paused.v1"), HeardBy("matching")]
public sealed record MissionPaused(Guid MissionId, long Version, DateTimeOffset At) : IEvent;

/// <summary>The mission takes no applications any more.</summary>
[WireName("missions.mission-closed.v1"), HeardBy("matching")]
public sealed record MissionClosed(Guid MissionId, long Version, ClosingReason Reason, DateTimeOffset At) : IEvent;

/// <summary>Why a mission closed.</summary>
public enum ClosingReason { Filled, Done, Expired, Cancelled, Reported }
