using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Missions.Domain;

/// <summary>A mission half written: a network's for its members, else one of those that come with the system.</summary>
public sealed class MissionTemplate
{
    public required Guid Id { get; init; }

    /// <summary>The network that keeps it; null for one that comes with the system.</summary>
    public required Guid? NetworkId { get; init; }

    /// <summary>The keeper's own key for it.</summary>
    public required string Code { get; init; }
    public MissionDomain Domain { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>A partly filled mission in the shape that missions are written in, as JSON.</summary>
    public string Content { get; private set; } = "";
    public DateTimeOffset UpdatedAt { get; private set; }
    public long Version { get; private set; }

    public void Write(MissionDomain domain, string name, string content, DateTimeOffset now)
    {
        (Domain, Name, Content, UpdatedAt) = (domain, name, content, now);
        Version++;
    }
}
