namespace Benevolat.Matching.Domain.Shifts;

/// <summary>Where somebody in a shift's line stands; the first two still wait.</summary>
public enum ShiftWaitState { Waiting, Offered, Accepted, Refused, Lapsed, Left }

/// <summary>Somebody who waits for a place of a full shift, and the offer once one came free. Its id is the offer's.</summary>
public sealed class ShiftWait
{
    private ShiftWait() { }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public Guid ShiftId { get; private set; }
    public Guid MissionId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid VolunteerId { get; private set; }

    /// <summary>How many places they need: more than one for a group.</summary>
    public int Places { get; private set; }

    /// <summary>The order of arrival.</summary>
    public int Number { get; private set; }
    public DateTimeOffset Since { get; private set; }
    public ShiftWaitState State { get; private set; }

    /// <summary>Until when the place is held; null while none is.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public bool IsLive => State is ShiftWaitState.Waiting or ShiftWaitState.Offered;

    /// <summary>Whether a place counts as taken for them.</summary>
    public bool HoldsPlace => State is ShiftWaitState.Offered;

    public static ShiftWait Join(Guid id, Application application, ShiftAllocation shift, DateTimeOffset at) => new()
    {
        Id = id,
        Version = 1,
        ShiftId = shift.ShiftId,
        MissionId = application.MissionId,
        OrganisationId = application.OrganisationId,
        ApplicationId = application.Id,
        VolunteerId = application.VolunteerId,
        Places = application.Places,
        Number = shift.Queue(),
        Since = at,
    };

    /// <summary>A place came free and is held for them.</summary>
    public void Offer(DateTimeOffset until)
    {
        MoveTo(ShiftWaitState.Offered);
        ExpiresAt = until;
    }

    /// <summary>They take the place that was held, while it is.</summary>
    public void Accept(DateTimeOffset at)
    {
        ShiftRules.OfferLapsed.Require(State is ShiftWaitState.Offered && at < ExpiresAt);
        MoveTo(ShiftWaitState.Accepted);
    }

    /// <summary>They got a place without an offer: one was free again, or somebody handed theirs over.</summary>
    public void Settle() => MoveTo(ShiftWaitState.Accepted);

    public void Refuse()
    {
        ShiftRules.OfferLapsed.Require(State is ShiftWaitState.Offered);
        MoveTo(ShiftWaitState.Refused);
    }

    /// <summary>They didn't answer in time.</summary>
    public void Lapse() => MoveTo(ShiftWaitState.Lapsed);

    /// <summary>They, or the shift, are no longer there.</summary>
    public void Leave() => MoveTo(ShiftWaitState.Left);

    private void MoveTo(ShiftWaitState next)
    {
        if (!IsLive) { throw new InvalidOperationException($"Somebody whose wait is {State} can't become {next}."); }
        State = next;
        Version++;
    }
}
