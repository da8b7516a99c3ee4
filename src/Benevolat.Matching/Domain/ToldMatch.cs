namespace Benevolat.Matching.Domain;

/// <summary>A volunteer was told of a mission that suits them: never again of the same one.</summary>
public sealed class ToldMatch
{
    public required Guid VolunteerId { get; init; }
    public required Guid MissionId { get; init; }
    public required DateTimeOffset At { get; init; }
}
