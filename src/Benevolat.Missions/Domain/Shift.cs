namespace Benevolat.Missions.Domain;

/// <summary>A dated slot of a mission with its own places. Keeps its id while its times stay.</summary>
public sealed class Shift
{
    private Shift() { }

    internal Shift(Guid id, ShiftContent content) =>
        (Id, StartsAt, EndsAt, Places) = (id, content.StartsAt.ToUniversalTime(), content.EndsAt.ToUniversalTime(), content.Places);

    public Guid Id { get; private init; }
    public DateTimeOffset StartsAt { get; private init; }
    public DateTimeOffset EndsAt { get; private init; }
    public int Places { get; private set; }

    internal ShiftContent Content => new(StartsAt, EndsAt, Places);

    internal bool HasTimesOf(ShiftContent content) => StartsAt == content.StartsAt && EndsAt == content.EndsAt;

    internal void Offer(int places) => Places = places;
}
