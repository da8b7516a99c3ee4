using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Places.Importing;

/// <summary>An import of communes and, once completed, what it changed.</summary>
/// <param name="CompletedAt">Null while batches are collected.</param>
/// <param name="Merged">Communes known as part of another since then.</param>
/// <param name="Retired">Communes that the list no longer has, without saying where they went.</param>
/// <param name="Unresolved">Former communes left aside, because nobody knows the commune that they are said to belong to.</param>
public sealed record PlaceImportResponse(
    Guid Id, int Year, bool Partial, DateTimeOffset StartedAt, DateTimeOffset? CompletedAt,
    int Created, int Updated, int Unchanged, int Merged, int Retired, IReadOnlyList<string> Unresolved)
{
    internal static PlaceImportResponse From(PlaceImport import) => new(
        import.Id, import.Year, import.IsPartial, import.StartedAt, import.CompletedAt,
        import.Created, import.Updated, import.Unchanged, import.Merged, import.Retired, import.Unresolved);
}

internal static class PlaceImportAccess
{
    /// <summary>Holds the import until the transaction ends, so that no batch arrives while it is completed.</summary>
    public static async Task<PlaceImport> HoldPlaceImportAsync(this MissionsDb db, Guid id, CancellationToken stop) =>
        await db.PlaceImports.FromSql($"SELECT * FROM place_imports WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(stop)
        ?? throw Access.NotFound();
}
