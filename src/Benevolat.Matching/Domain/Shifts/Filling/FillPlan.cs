namespace Benevolat.Matching.Domain.Shifts.Filling;

/// <summary>A shift that still needs people.</summary>
public sealed record OpenShift(Guid Id, Slot Slot, int Left);

/// <summary>An accepted volunteer who may be asked.</summary>
/// <param name="Hours">Hours of the week; empty when they said nothing.</param>
/// <param name="Busy">Their own shifts, of any mission.</param>
/// <param name="Load">How many shifts of this mission they have, or had, already.</param>
/// <param name="NotFor">Shifts for which they signed up once, whatever came of it: who cancelled isn't asked again.</param>
public sealed record Helper(
    Guid ApplicationId, Guid VolunteerId, IReadOnlySet<int> Hours, IReadOnlyList<Slot> Busy, int Load, IReadOnlySet<Guid> NotFor);

/// <param name="Available">They said that they are free then.</param>
public sealed record Assignment(Guid ShiftId, Guid ApplicationId, Guid VolunteerId, bool Available);

/// <summary>A proposal: who could take which shift, and what remains open.</summary>
public sealed record FillPlan(IReadOnlyList<Assignment> Assignments, IReadOnlyDictionary<Guid, int> Missing);
