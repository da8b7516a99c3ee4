using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Missions.Domain;

/// <content>The one transition table, and what moves along it.</content>
public sealed partial class Mission
{
    /// <summary>The reason of a pause that the organisation did not choose.</summary>
    public const string OrganisationSuspended = "organisation-suspended";

    private static readonly HashSet<(MissionState From, MissionState To)> Allowed =
    [
        (MissionState.Draft, MissionState.InReview),
        (MissionState.Draft, MissionState.Published),
        (MissionState.Draft, MissionState.Closed),
        (MissionState.InReview, MissionState.Published),
        (MissionState.InReview, MissionState.Closed),
        (MissionState.Published, MissionState.Paused),
        (MissionState.Published, MissionState.Closed),
        (MissionState.Paused, MissionState.Published),
        (MissionState.Paused, MissionState.Closed),
    ];

    /// <summary>Whether anybody outside may see it, or could once.</summary>
    public bool WasPublic => PublishedAt is not null;

    /// <summary>Hands the draft in: a verified organisation publishes by itself, the others wait for a moderator.</summary>
    public void Submit(Organisation organisation, Actor actor, DateTimeOffset now)
    {
        Rules.Suspended.Require(organisation.State != OrganisationState.Suspended);
        Rules.Transition.Require(State == MissionState.Draft, ("from", State.ToKebab()), ("to", MissionState.InReview.ToKebab()));
        if (organisation.State == OrganisationState.Verified) { Publish(organisation, actor, now); }
        else { RequireComplete(now); MoveTo(MissionState.InReview, actor, now, null); }
    }

    /// <summary>Opens it to volunteers, for the first time or again after a pause.</summary>
    public void Publish(Organisation organisation, Actor actor, DateTimeOffset now)
    {
        Rules.Suspended.Require(organisation.State != OrganisationState.Suspended);
        Rules.NotVerified.Require(organisation.State == OrganisationState.Verified || actor.Kind == ActorKind.Moderator);
        RequireComplete(now);
        MoveTo(MissionState.Published, actor, now, null);
        PublishedAt ??= now;
    }

    public void Pause(Actor actor, DateTimeOffset now, string? reason = null) => MoveTo(MissionState.Paused, actor, now, reason);

    public void Close(ClosingReason reason, Actor actor, DateTimeOffset now) => MoveTo(MissionState.Closed, actor, now, reason.ToKebab());

    /// <summary>
    /// Notes how many places Matching gave away; the last one closes the mission. An older word than what is known is ignored.
    /// The version stays unless it closes: people who edit the text are not disturbed by applications.
    /// </summary>
    public void NotePlaces(long version, int taken, DateTimeOffset now)
    {
        if (version <= PlacesVersion) { return; }

        (PlacesVersion, PlacesTaken) = (version, taken);
        CloseWhenFull(now);
    }

    private void CloseWhenFull(DateTimeOffset now)
    {
        if (PlacesLeft == 0 && State is (MissionState.Published or MissionState.Paused)) { Close(ClosingReason.Filled, Actor.System, now); }
    }

    private void RequireComplete(DateTimeOffset now)
    {
        Rules.NeedsAddress.Require(Remote == RemoteWork.Full || _addresses.Count > 0);
        Rules.Over.Require(EndsOn is null || EndsOn >= ParisTime.DateOf(now));
    }

    private void MoveTo(MissionState next, Actor actor, DateTimeOffset now, string? reason)
    {
        Rules.Transition.Require(Allowed.Contains((State, next)), ("from", State.ToKebab()), ("to", next.ToKebab()));
        Record(State, next, actor, now, reason);
        (State, StateReason) = (next, reason);
        Version++;
    }

    private void Record(MissionState? from, MissionState to, Actor actor, DateTimeOffset now, string? reason) => _history.Add(new MissionTransition
    {
        Id = Guid.CreateVersion7(now),
        MissionId = Id,
        From = from,
        To = to,
        Actor = actor.Kind,
        ActorId = actor.Id,
        At = now,
        Reason = reason,
    });
}
