namespace Benevolat.Missions.Domain;

/// <summary>One step in an organisation's life: who, when, why.</summary>
public sealed class OrganisationTransition
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>Null when it was registered.</summary>
    public required OrganisationState? From { get; init; }
    public required OrganisationState To { get; init; }
    public required ActorKind Actor { get; init; }
    public required Guid? ActorId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>In the moderator's words.</summary>
    public required string? Reason { get; init; }
}
