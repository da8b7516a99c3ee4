namespace Benevolat.Matching.Domain;

/// <summary>An organisation would like a volunteer, whom it doesn't know yet, to look at a mission. Once for each.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }
    public required Guid MissionId { get; init; }
    public required Guid VolunteerId { get; init; }
    public required DateTimeOffset At { get; init; }
}
