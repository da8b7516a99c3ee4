namespace Benevolat.Matching.Domain.Shifts;

public enum SwapState { Open, Taken, Withdrawn }

/// <summary>A volunteer can't come and asks the mission's others to take their shift over. The first who says yes has it.</summary>
public sealed class Swap
{
    private Swap() { }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public Guid MissionId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid ShiftId { get; private set; }
    public Guid ParticipationId { get; private set; }
    public Guid FromVolunteerId { get; private set; }
    public Guid? ToVolunteerId { get; private set; }
    public SwapState State { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public Slot Slot => new(StartsAt, EndsAt);

    public static Swap Propose(Guid id, Participations.Participation participation, ShiftAllocation shift, DateTimeOffset at) => new()
    {
        Id = id,
        Version = 1,
        MissionId = participation.MissionId,
        OrganisationId = participation.OrganisationId,
        ShiftId = shift.ShiftId,
        ParticipationId = participation.Id,
        FromVolunteerId = participation.VolunteerId,
        StartsAt = shift.StartsAt,
        EndsAt = shift.EndsAt,
        ChangedAt = at,
    };

    public void TakeOver(Guid volunteerId, DateTimeOffset at)
    {
        ShiftRules.SwapTaken.Require(State is SwapState.Open);
        ShiftRules.SwapOwn.Require(volunteerId != FromVolunteerId);
        ToVolunteerId = volunteerId;
        MoveTo(SwapState.Taken, at);
    }

    /// <summary>The shift is off, or its holder gave the place up.</summary>
    public void Withdraw(DateTimeOffset at)
    {
        if (State is SwapState.Open) { MoveTo(SwapState.Withdrawn, at); }
    }

    private void MoveTo(SwapState next, DateTimeOffset at)
    {
        (State, ChangedAt) = (next, at);
        Version++;
    }
}
