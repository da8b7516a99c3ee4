using Benevolat.ServiceDefaults.Data.Following;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Benevolat.Matching.Data;

/// <summary><c>match_changes</c>: which missions, organisations and volunteers may match otherwise than before.</summary>
internal static class MatchChangeLog
{
    private static readonly ChangeLog Log = new("match_changes", ["mission_id", "organisation_id", "volunteer_id"]);

    private static readonly (string Table, string Source, string Column)[] Watched =
    [
        ("missions", "id", "mission_id"),
        ("allocations", "mission_id", "mission_id"),
        ("shift_allocations", "mission_id", "mission_id"),
        ("feedback", "mission_id", "mission_id"),
        ("organisations", "id", "organisation_id"),
        ("volunteers", "id", "volunteer_id"),
        ("applications", "volunteer_id", "volunteer_id"), // what somebody did moves them along the pathway
    ];

    public static ChangeReader<NotedChange> Reader(NpgsqlDataSource database) => new(
        database, Log, row => new(Id(row, 2), Id(row, 3), Id(row, 4)));

    public static void CreateMatchChanges(this MigrationBuilder migration)
    {
        Log.Create(migration);
        foreach (var (table, source, column) in Watched) { Log.Watch(migration, table, source, column); }
    }

    public static void DropMatchChanges(this MigrationBuilder migration)
    {
        foreach (var (table, _, _) in Watched) { Log.Unwatch(migration, table); }
        Log.Drop(migration);
    }

    private static Guid? Id(NpgsqlDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetGuid(ordinal);
}

/// <summary>One of them is set.</summary>
internal readonly record struct NotedChange(Guid? Mission, Guid? Organisation, Guid? Volunteer);
