using Benevolat.Contracts.Matching;

namespace Benevolat.Missions.Domain;

/// <summary>Whether somebody who came found the mission as described, as far as Matching told us. What they wrote stays there.</summary>
public sealed class MissionFeedback
{
    /// <summary>One answer per application, which may change.</summary>
    public required Guid ApplicationId { get; init; }
    public required Guid MissionId { get; init; }
    public long Version { get; private set; }

    /// <summary>Null when they didn't say, or it didn't happen.</summary>
    public AsDescribed? AsDescribed { get; private set; }

    /// <summary>An older word than what is known is ignored.</summary>
    public void Note(long version, AsDescribed? asDescribed)
    {
        if (version <= Version) { return; }

        (Version, AsDescribed) = (version, asDescribed);
    }
}
