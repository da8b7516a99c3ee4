using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain.Shifts;

namespace Benevolat.Matching.Domain.Participations;

/// <summary>Who said how long it was.</summary>
public enum MinutesBy { Volunteer, Organisation }

/// <summary>What becomes of an accepted application on one day: expected, there or not, and the time given.</summary>
public sealed class Participation
{
    /// <summary>A day has no more.</summary>
    public const int MostMinutes = 1_440;

    private Participation() { }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid MissionId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid VolunteerId { get; private set; }

    /// <summary>How many places it takes: more than one for a group.</summary>
    public int Places { get; private set; }

    /// <summary>Null when the mission has no shifts.</summary>
    public Guid? ShiftId { get; private set; }

    /// <summary>The day in France.</summary>
    public DateOnly On { get; private set; }
    public DateTimeOffset? StartsAt { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }
    public ParticipationState State { get; private set; }
    public DateTimeOffset? CheckedInAt { get; private set; }
    public int? Minutes { get; private set; }
    public MinutesBy? MinutesBy { get; private set; }

    /// <summary>The swap under way, if any.</summary>
    public Guid? SwapId { get; private set; }

    /// <summary>When both sides are reminded; null once they were, or when nobody has to be.</summary>
    public DateTimeOffset? RemindAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Takes part in a shift, for which the caller takes a place in the same transaction.</summary>
    public static Participation Plan(Guid id, Application application, ShiftAllocation shift, DateTimeOffset at)
    {
        var planned = Of(id, application, ParisTime.DayOf(shift.StartsAt), at);
        planned.ShiftId = shift.ShiftId;
        planned.SetTimes(shift, at);
        return planned;
    }

    /// <summary>Was there on a day of a mission without shifts.</summary>
    public static Participation Attend(Guid id, Application application, DateOnly on, DateTimeOffset at)
    {
        var there = Of(id, application, on, at);
        there.State = ParticipationState.Present;
        return there;
    }

    /// <summary>Whether its time has come: before that nobody can have been there or have missed it.</summary>
    public bool HasBegun(DateTimeOffset now) => StartsAt is { } start ? start <= now : On <= ParisTime.DayOf(now);

    /// <summary>They were there: they showed the code of the place.</summary>
    public void CheckIn(DateTimeOffset when, DateTimeOffset at)
    {
        if (State is not ParticipationState.Present) { MoveTo(ParticipationState.Present, at); }
        CheckedInAt = when;
    }

    /// <summary>How long it was, by one side or the other. Who was still only expected was there, then.</summary>
    public void Declare(int minutes, MinutesBy by, DateTimeOffset at)
    {
        BePresent(at);
        (Minutes, MinutesBy, ChangedAt) = (minutes, by, at);
        Version++;
    }

    /// <summary>The organisation confirms it; the minutes change no more.</summary>
    /// <param name="minutes">Null for what was declared, or else for the length of the shift.</param>
    public void Approve(int? minutes, DateTimeOffset at)
    {
        BePresent(at);
        var given = minutes ?? Minutes ?? Length;
        ParticipationRules.MinutesMissing.Require(given is not null);
        if (minutes is not null || Minutes is null) { MinutesBy = Participations.MinutesBy.Organisation; }
        Minutes = given;
        MoveTo(ParticipationState.Approved, at);
    }

    /// <summary>They were expected and didn't come.</summary>
    public void MissIt(DateTimeOffset at)
    {
        ParticipationRules.Transition(State).Require(State is ParticipationState.Planned);
        ParticipationRules.NotBegun.Require(HasBegun(at));
        MoveTo(ParticipationState.NoShow, at);
    }

    /// <summary>It was called off, by whomever; the caller frees the place.</summary>
    public void Cancel(DateTimeOffset at) => MoveTo(ParticipationState.Cancelled, at);

    /// <summary>The others are asked whether one takes it over.</summary>
    public void OfferSwap(Guid swapId, DateTimeOffset at)
    {
        ParticipationRules.Transition(State).Require(State is ParticipationState.Planned);
        ShiftRules.SwapExists.Require(SwapId is null);
        (SwapId, ChangedAt) = (swapId, at);
        Version++;
    }

    /// <summary>The shift is at another time now.</summary>
    public void Reschedule(ShiftAllocation shift, DateTimeOffset at)
    {
        On = ParisTime.DayOf(shift.StartsAt);
        SetTimes(shift, at);
        ChangedAt = at;
        Version++;
    }

    /// <summary>Both sides were reminded, or it is too late for that. No new version: nothing that anybody sees has changed.</summary>
    public void Reminded() => RemindAt = null;

    private int? Length => StartsAt is { } start && EndsAt is { } end ? (int)Math.Clamp((end - start).TotalMinutes, 1, MostMinutes) : null;

    private static Participation Of(Guid id, Application application, DateOnly on, DateTimeOffset at) => new()
    {
        Id = id,
        Version = 1,
        ApplicationId = application.Id,
        MissionId = application.MissionId,
        OrganisationId = application.OrganisationId,
        VolunteerId = application.VolunteerId,
        Places = application.Places,
        On = on,
        ChangedAt = at,
    };

    private void SetTimes(ShiftAllocation shift, DateTimeOffset at)
    {
        (StartsAt, EndsAt) = (shift.StartsAt, shift.EndsAt);
        RemindAt = ReminderTimes.DayBefore(On) is var remind && remind > at ? remind : null;
    }

    private void BePresent(DateTimeOffset at)
    {
        if (State is ParticipationState.Present) { return; }
        ParticipationRules.Transition(State).Require(State is ParticipationState.Planned);
        ParticipationRules.NotBegun.Require(HasBegun(at));
        MoveTo(ParticipationState.Present, at);
    }

    private void MoveTo(ParticipationState next, DateTimeOffset at)
    {
        ParticipationRules.Transition(State).Require(IsAllowed(State, next));
        (State, ChangedAt, RemindAt, SwapId) = (next, at, null, null);
        Version++;
    }

    private static bool IsAllowed(ParticipationState from, ParticipationState next) => (from, next) is
        (ParticipationState.Planned, ParticipationState.Present or ParticipationState.NoShow or ParticipationState.Cancelled) or
        (ParticipationState.Present, ParticipationState.Approved);
}
