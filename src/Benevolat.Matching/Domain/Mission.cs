using Benevolat.Contracts.Missions;

namespace Benevolat.Matching.Domain;

/// <summary>What Matching knows of a mission's state; Missions decides it.</summary>
public enum MissionState { Unknown, Open, Paused, Closed }

/// <summary>
/// Matching's copy of a mission, fed by events in any order. State and facts have a version each: a late
/// <c>MissionPublished</c> still brings its facts to a mission that is closed already, and does not open it again.
/// </summary>
public sealed class Mission
{
    private Mission() { }

    public Guid Id { get; private set; }
    public MissionState State { get; private set; }
    public long StateVersion { get; private set; }
    public ClosingReason? ClosedFor { get; private set; }
    public MissionFacts? Facts { get; private set; }
    public long FactsVersion { get; private set; }

    /// <summary>When it was last opened, by the clock of Missions.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    // Copied out of the facts for queries.
    public Guid OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public string Title { get; private set; } = "";
    public List<string> Departments { get; private set; } = [];
    public Guid? NetworkId { get; private set; }

    /// <summary>False until a publication was heard of: to the outside the mission does not exist.</summary>
    public bool IsKnown => Facts is not null && State is not MissionState.Unknown;

    /// <summary>Whether somebody may be welcomed now: it takes applications, or it only closed because all places were taken.</summary>
    public bool MayWelcome => State is MissionState.Open || (State is MissionState.Closed && ClosedFor is ClosingReason.Filled);

    public static Mission Unheard(Guid id) => new() { Id = id };

    public void Open(long version, DateTimeOffset at)
    {
        if (MoveTo(MissionState.Open, version, null)) { PublishedAt = at; }
    }

    public void Pause(long version) => MoveTo(MissionState.Paused, version, null);

    /// <summary>False when something newer is known.</summary>
    public bool Close(long version, ClosingReason reason) => MoveTo(MissionState.Closed, version, reason);

    /// <summary>Takes the facts unless newer ones are known; false then.</summary>
    public bool Describe(long version, MissionFacts facts)
    {
        if (version <= FactsVersion) { return false; }
        (FactsVersion, Facts) = (version, facts);
        (OrganisationId, OrganisationName, Title) = (facts.OrganisationId, facts.OrganisationName, facts.Title);
        (Departments, NetworkId) = ([.. facts.Addresses.Select(address => address.Department).Distinct()], facts.NetworkId);
        return true;
    }

    private bool MoveTo(MissionState state, long version, ClosingReason? reason)
    {
        if (version <= StateVersion) { return false; }
        (StateVersion, State, ClosedFor) = (version, state, reason);
        return true;
    }
}
