namespace Benevolat.Matching.Domain.Shifts;

/// <summary>A stretch of time, its end not included: who works until noon may begin elsewhere at noon.</summary>
public readonly record struct Slot(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    public bool Clashes(Slot other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    /// <summary>Whether it clashes with any of these.</summary>
    public bool ClashesWithAny(IEnumerable<Slot> others)
    {
        foreach (var other in others)
        {
            if (Clashes(other)) { return true; }
        }

        return false;
    }
}
