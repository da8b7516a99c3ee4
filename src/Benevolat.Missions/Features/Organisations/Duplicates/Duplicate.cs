using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Organisations.Duplicates;

/// <summary>An organisation that may be the same as the one that is described, to be joined instead.</summary>
public sealed record Duplicate(Guid Id, string Name, string? Commune, bool Verified, DuplicateReason Why);
