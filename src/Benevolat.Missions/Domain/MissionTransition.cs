namespace Benevolat.Missions.Domain;

/// <summary>One step in a mission's life: who, when, why.</summary>
public sealed class MissionTransition
{
    public required Guid Id { get; init; }
    public required Guid MissionId { get; init; }

    /// <summary>Null when the mission began.</summary>
    public required MissionState? From { get; init; }
    public required MissionState To { get; init; }
    public required ActorKind Actor { get; init; }
    public required Guid? ActorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string? Reason { get; init; }
    public required string? Detail { get; init; }

    /// <summary>A moderator's sentence to the organisation.</summary>
    public required string? Note { get; init; }
}

/// <summary>Where a mission stands.</summary>
public enum MissionState { Draft, InReview, Published, Paused, Closed }
