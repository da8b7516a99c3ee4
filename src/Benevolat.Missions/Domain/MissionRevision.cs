namespace Benevolat.Missions.Domain;

/// <summary>A mission's text as it was from one version on: what two people who edit at once compare.</summary>
public sealed class MissionRevision
{
    public required Guid MissionId { get; init; }

    /// <summary>The mission's version that this text came with.</summary>
    public required long Version { get; init; }

    /// <summary>A <see cref="MissionContent"/>.</summary>
    public required MissionContent Content { get; init; }
    public required ActorKind Actor { get; init; }
    public required Guid? ActorId { get; init; }
    public required DateTimeOffset At { get; init; }

    public static MissionRevision Of(Mission mission, Actor actor, DateTimeOffset now) => new()
    {
        MissionId = mission.Id,
        Version = mission.Version,
        Content = mission.Content(),
        Actor = actor.Kind,
        ActorId = actor.Id,
        At = now,
    };
}
