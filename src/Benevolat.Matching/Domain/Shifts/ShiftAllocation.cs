using Benevolat.Contracts.Missions;

namespace Benevolat.Matching.Domain.Shifts;

/// <summary>The places of one dated shift. A place that is held for the first in line counts as taken. Never oversold, never below zero.</summary>
public sealed class ShiftAllocation
{
    private ShiftAllocation() { }

    public Guid ShiftId { get; private set; }
    public Guid MissionId { get; private set; }

    /// <summary>The allocation's own version, apart from the mission's.</summary>
    public long Version { get; private set; }
    public int Places { get; private set; }
    public int Taken { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The organisation took the shift out of the mission; the row stays, since people may have been there.</summary>
    public bool Removed { get; private set; }

    /// <summary>Numbers given to those who wait: grows with each, so that the line is in order of arrival.</summary>
    public int LastInLine { get; private set; }

    /// <summary>Zero when the organisation made the shift smaller than the number of people it expects.</summary>
    public int Left => Math.Max(0, Places - Taken);

    public Slot Slot => new(StartsAt, EndsAt);

    public static ShiftAllocation Of(Guid missionId, ShiftFacts shift)
    {
        var allocation = new ShiftAllocation { ShiftId = shift.ShiftId, MissionId = missionId };
        allocation.Describe(shift);
        return allocation;
    }

    /// <summary>Whether one can still come: it has not begun and was not taken out.</summary>
    public bool IsToCome(DateTimeOffset now) => !Removed && StartsAt > now;

    /// <summary>Takes one place, or those of a group.</summary>
    public void Take(int places)
    {
        ShiftRules.Full.Require(Left >= places, ("left", Left), ("places", Places));
        Taken += places;
        Version++;
    }

    /// <summary>Gives places back.</summary>
    public void Release(int places)
    {
        if (Taken < places) { throw new InvalidOperationException("A place of a shift was released that nobody held."); }
        Taken -= places;
        Version++;
    }

    /// <summary>The next number in line.</summary>
    public int Queue()
    {
        Version++;
        return ++LastInLine;
    }

    /// <summary>The mission was edited. Nobody who has a place loses it. False when nothing changed.</summary>
    public bool Describe(ShiftFacts shift)
    {
        var places = Math.Max(0, shift.Places);
        if (Version > 0 && !Removed && (Places, StartsAt, EndsAt) == (places, shift.StartsAt, shift.EndsAt)) { return false; }
        (Places, StartsAt, EndsAt, Removed) = (places, shift.StartsAt, shift.EndsAt, false);
        Version++;
        return true;
    }

    /// <summary>The mission has this shift no more. False when that was known.</summary>
    public bool Remove()
    {
        if (Removed) { return false; }
        Removed = true;
        Version++;
        return true;
    }
}
