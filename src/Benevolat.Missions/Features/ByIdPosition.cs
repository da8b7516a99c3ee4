namespace Benevolat.Missions.Features;

/// <summary>Where a list that is ordered by id (UUIDv7, so by time) goes on.</summary>
internal sealed record ByIdPosition(Guid Id);
