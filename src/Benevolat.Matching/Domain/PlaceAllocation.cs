namespace Benevolat.Matching.Domain;

/// <summary>Who may still join a mission: its places and how many are taken. Never oversold, never below zero.</summary>
public sealed class PlaceAllocation
{
    private PlaceAllocation() { }

    public Guid MissionId { get; private set; }

    /// <summary>The allocation's own version, apart from the mission's.</summary>
    public long Version { get; private set; }
    public int Places { get; private set; }
    public int Taken { get; private set; }

    /// <summary>Zero when the organisation made the mission smaller than the number of people it had accepted.</summary>
    public int Left => Math.Max(0, Places - Taken);

    public static PlaceAllocation Of(Guid missionId, int places) => new() { MissionId = missionId, Places = Math.Max(0, places), Version = 1 };

    /// <summary>Takes places, for one person or for a group, together or not at all.</summary>
    public void Take(int count = 1)
    {
        ApplicationRules.NoPlaceLeft.Require(Left > 0, ("places", Places));
        ApplicationRules.TooFewPlaces.Require(Left >= count, ("left", Left), ("asked", count));
        Taken += count;
        Version++;
    }

    /// <summary>Gives places back.</summary>
    public void Release(int count = 1)
    {
        if (Taken < count) { throw new InvalidOperationException("A place was released that nobody held."); }
        Taken -= count;
        Version++;
    }

    /// <summary>The mission was edited. Nobody who was accepted loses their place. False when nothing changed.</summary>
    public bool Resize(int places)
    {
        if (Places == Math.Max(0, places)) { return false; }
        Places = Math.Max(0, places);
        Version++;
        return true;
    }
}
