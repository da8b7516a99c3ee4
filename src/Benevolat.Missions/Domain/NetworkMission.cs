namespace Benevolat.Missions.Domain;

/// <summary>A mission as a network sent it: the source beside the listing, so that nothing is lost and repeats are recognised.</summary>
public sealed class NetworkMission
{
    public required Guid NetworkId { get; init; }

    /// <summary>The network's own id for the mission.</summary>
    public required string ExternalId { get; init; }
    public required Guid MissionId { get; init; }
    public byte[] Hash { get; private set; } = [];

    /// <summary>What was sent, as JSON.</summary>
    public string Document { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }

    public void Receive(byte[] hash, string document, DateTimeOffset now) => (Hash, Document, ReceivedAt) = (hash, document, now);
}
