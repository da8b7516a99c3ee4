using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Benevolat.Missions.Data;

/// <summary>Reads and writes the communes as a whole: 35,000 of them go through COPY in a blink, and one by one in many seconds.</summary>
internal static class CommuneTable
{
    private const string Columns =
        "code, name, postcodes, department, longitude, latitude, population, parent, merged_into, is_current, list_year, version";

    /// <summary>One change of the gazetteer at a time, so that versions become visible in their order. Ends with the transaction.</summary>
    public static Task LockCommunesAsync(this MissionsDb db, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('communes', 0))", stop);

    public static Task<List<Commune>> ReadCommunesAsync(this MissionsDb db, CancellationToken stop) =>
        db.Communes.AsNoTracking().ToListAsync(stop);

    /// <summary>Stores new and changed communes under the next version. Only in a transaction that holds the lock.</summary>
    public static async Task WriteCommunesAsync(this MissionsDb db, IReadOnlyCollection<Commune> changed, CancellationToken stop)
    {
        if (changed.Count == 0) { return; }

        var version = await db.Communes.MaxAsync(commune => (long?)commune.Version, stop) ?? 0;
        await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE communes_changed (LIKE communes) ON COMMIT DROP", stop);
        await CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), changed, version + 1, stop);
        await db.Database.ExecuteSqlRawAsync(
            $"""
            INSERT INTO communes ({Columns}) SELECT {Columns} FROM communes_changed
            ON CONFLICT (code) DO UPDATE SET (name, postcodes, longitude, latitude, population, merged_into, is_current, list_year, version)
              = (excluded.name, excluded.postcodes, excluded.longitude, excluded.latitude, excluded.population,
                 excluded.merged_into, excluded.is_current, excluded.list_year, excluded.version)
            """, stop);
    }

    /// <summary>Notes which list spoke of communes that it left as they were: from then on they are no longer ours to correct.</summary>
    public static Task NoteListYearAsync(this MissionsDb db, string[] codes, int year, CancellationToken stop) =>
        db.Communes.Where(commune => codes.Contains(commune.Code) && commune.ListYear != year)
            .ExecuteUpdateAsync(set => set.SetProperty(commune => commune.ListYear, year), stop);

    private static async Task CopyAsync(
        NpgsqlConnection connection, IReadOnlyCollection<Commune> communes, long version, CancellationToken stop)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY communes_changed ({Columns}) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var commune in communes)
        {
            commune.MarkChanged(version);
            await writer.StartRowAsync(stop);
            await writer.WriteAsync(commune.Code, stop);
            await writer.WriteAsync(commune.Name, stop);
            await writer.WriteAsync(commune.Postcodes, NpgsqlDbType.Array | NpgsqlDbType.Text, stop);
            await writer.WriteAsync(commune.Department, stop);
            await writer.WriteAsync(commune.Longitude, stop);
            await writer.WriteAsync(commune.Latitude, stop);
            await writer.WriteAsync(commune.Population, stop);
            await WriteAsync(writer, commune.Parent, stop);
            await WriteAsync(writer, commune.MergedInto, stop);
            await writer.WriteAsync(commune.IsCurrent, stop);
            if (commune.ListYear is { } year) { await writer.WriteAsync(year, stop); }
            else { await writer.WriteNullAsync(stop); }
            await writer.WriteAsync(commune.Version, stop);
        }

        await writer.CompleteAsync(stop);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, string? text, CancellationToken stop) =>
        text is null ? writer.WriteNullAsync(stop) : writer.WriteAsync(text, stop);
}
