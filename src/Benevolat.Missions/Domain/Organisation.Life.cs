namespace Benevolat.Missions.Domain;

/// <content>The one transition table, and what moves along it.</content>
public sealed partial class Organisation
{
    /// <summary>The reason of a verification that a network's import brought.</summary>
    private const string ByNetwork = "by-network";

    private static readonly HashSet<(OrganisationState From, OrganisationState To)> Allowed =
    [
        (OrganisationState.Draft, OrganisationState.Pending),
        (OrganisationState.Pending, OrganisationState.Draft),
        (OrganisationState.Pending, OrganisationState.Verified),
        (OrganisationState.Pending, OrganisationState.Suspended),
        (OrganisationState.Verified, OrganisationState.Suspended),
        (OrganisationState.Suspended, OrganisationState.Verified),
    ];

    /// <summary>Whether strangers may see it.</summary>
    public bool IsPublic => State == OrganisationState.Verified;

    /// <summary>Whether one can ask to join it: its members exist and may act.</summary>
    public bool IsOpen => State is OrganisationState.Pending or OrganisationState.Verified;

    /// <summary>Hands the draft in; moderators look at it next.</summary>
    public void Submit(Actor actor, DateTimeOffset now)
    {
        OrganisationRules.Incomplete.Require(State != OrganisationState.Draft || Profile.IsComplete);
        MoveTo(OrganisationState.Pending, actor, now, null);
        SubmittedAt = now;
    }

    /// <summary>A moderator vouches for it, lifts its suspension, or has looked at its new name and numbers.</summary>
    /// <returns>Whether it wasn't verified before.</returns>
    public bool Verify(Actor actor, DateTimeOffset now, string? reason = null)
    {
        var isNew = State != OrganisationState.Verified || IdentityChangedAt is null;
        if (isNew) { MoveTo(OrganisationState.Verified, actor, now, reason); }
        else
        {
            Record(State, State, actor, now, reason);
            Version++;
        }

        IdentityChangedAt = null;
        return isNew;
    }

    /// <summary>A moderator hands it back with a sentence on what is wrong; it can be mended and submitted again.</summary>
    public void Refuse(string reason, Actor actor, DateTimeOffset now) => MoveTo(OrganisationState.Draft, actor, now, reason);

    public void Suspend(string reason, Actor actor, DateTimeOffset now) => MoveTo(OrganisationState.Suspended, actor, now, reason);

    private void MoveTo(OrganisationState next, Actor actor, DateTimeOffset now, string? reason)
    {
        Rules.OrganisationTransition.Require(Allowed.Contains((State, next)), ("from", State.ToKebab()), ("to", next.ToKebab()));
        Record(State, next, actor, now, reason);
        (State, StateReason) = (next, reason);
        Version++;
    }

    private void Record(OrganisationState? from, OrganisationState to, Actor actor, DateTimeOffset now, string? reason) =>
        _history.Add(new OrganisationTransition
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = Id,
            From = from,
            To = to,
            Actor = actor.Kind,
            ActorId = actor.Id,
            At = now,
            Reason = reason,
        });
}
