namespace Benevolat.Missions.Domain;

/// <summary>A federation, a city, a maison des associations that publishes through the API. Known by its OAuth client.</summary>
public sealed class Network
{
    public required Guid Id { get; init; }
    public required string ClientId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
