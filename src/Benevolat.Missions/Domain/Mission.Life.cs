using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain.Coaching;

namespace Benevolat.Missions.Domain;

/// <content>The one transition table, and what moves along it.</content>
public sealed partial class Mission
{
    /// <summary>The reason of a pause that the organisation did not choose.</summary>
    public const string OrganisationSuspended = "organisation-suspended";

    /// <summary>The reason of a pause that a moderator chose after a report.</summary>
    public const string Reported = "reported";

    /// <summary>The reason of a draft that a moderator handed back.</summary>
    public const string ChangesRequested = "changes-requested";

    /// <summary>The reason of a pause after a closure: dates and places want to be brought up to date.</summary>
    public const string Reopened = "reopened";

    /// <summary>The fact of <see cref="Rules.CoachBlocking"/> that holds the findings.</summary>
    public const string CoachFindings = "findings";

    private static readonly HashSet<(MissionState From, MissionState To)> Allowed =
    [
        (MissionState.Draft, MissionState.InReview),
        (MissionState.Draft, MissionState.Published),
        (MissionState.Draft, MissionState.Closed),
        (MissionState.InReview, MissionState.Draft),
        (MissionState.InReview, MissionState.Published),
        (MissionState.InReview, MissionState.Closed),
        (MissionState.Published, MissionState.Paused),
        (MissionState.Published, MissionState.Closed),
        (MissionState.Paused, MissionState.Published),
        (MissionState.Paused, MissionState.Closed),
        (MissionState.Closed, MissionState.Paused),
    ];

    /// <summary>Whether anybody outside may see it, or could once.</summary>
    public bool WasPublic => PublishedAt is not null;

    /// <summary>Hands the draft in: a verified organisation publishes by itself, the others wait for a moderator.</summary>
    public void Submit(Organisation organisation, Actor actor, DateTimeOffset now)
    {
        Rules.Suspended.Require(organisation.State != OrganisationState.Suspended);
        Rules.Transition.Require(State == MissionState.Draft, ("from", State.ToKebab()), ("to", MissionState.InReview.ToKebab()));
        if (organisation.State == OrganisationState.Verified)
        {
            Publish(organisation, actor, now);
            return;
        }

        RequireComplete(organisation, actor, now);
        MoveTo(MissionState.InReview, actor, now, StateCause.None);
        SubmittedAt = now;
    }

    /// <summary>A moderator hands it back with a sentence on what to change; it can be submitted again.</summary>
    public void RequestChanges(string note, Actor moderator, DateTimeOffset now) =>
        MoveTo(MissionState.Draft, moderator, now, new StateCause(ChangesRequested, null, note), from: MissionState.InReview);

    /// <summary>A moderator says no, for good.</summary>
    public void Refuse(RefusalReason reason, string? note, Actor moderator, DateTimeOffset now) =>
        MoveTo(MissionState.Closed, moderator, now, new StateCause(ClosingReason.Refused.ToKebab(), reason.ToKebab(), note), from: MissionState.InReview);

    /// <summary>Opens it to volunteers, for the first time or again after a pause.</summary>
    public void Publish(Organisation organisation, Actor actor, DateTimeOffset now)
    {
        Rules.Suspended.Require(organisation.State != OrganisationState.Suspended);
        Rules.NotVerified.Require(organisation.State == OrganisationState.Verified || actor.Kind == ActorKind.Moderator);
        Rules.ReportedPause.Require(State != MissionState.Paused || StateReason != Reported || actor.Kind == ActorKind.Moderator);
        Rules.NoPlacesLeft.Require(PlacesLeft > 0);
        RequireComplete(organisation, actor, now);
        MoveTo(MissionState.Published, actor, now, StateCause.None);
        PublishedAt ??= now;
        CountFrom(now);
    }

    public void Pause(Actor actor, DateTimeOffset now, string? reason = null)
    {
        Rules.Transition.Require(State == MissionState.Published, ("from", State.ToKebab()), ("to", MissionState.Paused.ToKebab()));
        MoveTo(MissionState.Paused, actor, now, new StateCause(reason, null, null));
    }

    /// <summary>Ends the pause that a suspension of the organisation brought; false when it paused for another reason, or is over by now.</summary>
    public bool Resume(Organisation organisation, Actor actor, DateTimeOffset now)
    {
        if (State != MissionState.Paused || StateReason != OrganisationSuspended || IsOver(now) || PlacesLeft == 0) { return false; }

        Publish(organisation, actor, now);
        return true;
    }

    public void Close(ClosingReason reason, Actor actor, DateTimeOffset now, string? note = null) =>
        MoveTo(MissionState.Closed, actor, now, new StateCause(reason.ToKebab(), null, note));

    /// <summary>Takes a closed mission up again: paused first, so that its dates and places can be brought up to date.</summary>
    public void Reopen(Actor actor, DateTimeOffset now)
    {
        Rules.Transition.Require(State == MissionState.Closed, ("from", State.ToKebab()), ("to", MissionState.Paused.ToKebab()));
        Rules.Reopening.Require(WasPublic && StateReason != ClosingReason.Reported.ToKebab() && StateReason != ClosingReason.Refused.ToKebab());
        MoveTo(MissionState.Paused, actor, now, new StateCause(Reopened, null, null));
        CountFrom(now);
    }

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
        if (PlacesLeft == 0 && (State == MissionState.Published || (State == MissionState.Paused && StateReason != Reopened))) { Close(ClosingReason.Filled, Actor.System, now); }
    }

    private void RequireComplete(Organisation organisation, Actor actor, DateTimeOffset now)
    {
        Rules.NeedsAddress.Require(Remote == RemoteWork.Full || _addresses.Count > 0);
        Rules.Over.Require(!IsOver(now));
        // Moderators answer for what they publish, and networks have reviewed what they send.
        if (actor.Kind != ActorKind.Member) { return; }

        var blocking = Coach.Look(new CoachedMission(Content(), organisation.Profile, ParisTime.DateOf(now))).Blocking;
        Rules.CoachBlocking.Require(blocking.Count == 0, (CoachFindings, blocking));
    }

    private bool IsOver(DateTimeOffset now) => EndsOn is { } end && end < ParisTime.DateOf(now);

    /// <param name="from">The only state that it may come from, where the table would allow others.</param>
    private void MoveTo(MissionState next, Actor actor, DateTimeOffset now, StateCause cause, MissionState? from = null)
    {
        Rules.Transition.Require(Allowed.Contains((State, next)) && State == (from ?? State), ("from", State.ToKebab()), ("to", next.ToKebab()));
        Record(State, next, actor, now, cause);
        (State, StateReason, StateDetail, StateNote) = (next, cause.Reason, cause.Detail, cause.Note);
        Version++;
    }

    private void Record(MissionState? from, MissionState to, Actor actor, DateTimeOffset now, StateCause cause) => _history.Add(new MissionTransition
    {
        Id = Guid.CreateVersion7(now),
        MissionId = Id,
        From = from,
        To = to,
        Actor = actor.Kind,
        ActorId = actor.Id,
        At = now,
        Reason = cause.Reason,
        Detail = cause.Detail,
        Note = cause.Note,
    });
}

/// <summary>Why a state was entered.</summary>
/// <param name="Reason">A code.</param>
/// <param name="Detail">A second code that makes the first more exact.</param>
/// <param name="Note">A moderator's sentence to the organisation; never leaves this service.</param>
internal readonly record struct StateCause(string? Reason, string? Detail, string? Note)
{
    public static StateCause None => default;
}

/// <summary>Why a moderator refuses a mission: the reasons of the national exchange format.</summary>
public enum RefusalReason
{
    ContentInsufficient, InformationInsufficient, DateNotCompatible, NotCompliant, AlreadyPublished,
    OrganisationNotCompliant, OrganisationAlreadyPublished, CreationDateTooOld, Other,
}
