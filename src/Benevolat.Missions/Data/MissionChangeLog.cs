using Benevolat.ServiceDefaults.Data.Following;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Benevolat.Missions.Data;

/// <summary>
/// <c>mission_changes</c>: which missions changed, and which organisations, whose missions may look different then.
/// </summary>
internal static class MissionChangeLog
{
    private static readonly ChangeLog Log = new("mission_changes", ["mission_id", "organisation_id"]);

    public static ChangeReader<NotedChange> Reader(NpgsqlDataSource database) => new(
        database, Log, row => new(row.IsDBNull(2) ? null : row.GetGuid(2), row.IsDBNull(3) ? null : row.GetGuid(3)));

    public static void CreateChangeLog(this MigrationBuilder migration) => migration.Sql("""
        CREATE TABLE mission_changes (
          sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
          mission_id uuid,
          organisation_id uuid,
          changed_at timestamptz NOT NULL DEFAULT now());
        CREATE INDEX ix_mission_changes_transaction ON mission_changes (transaction);
        CREATE INDEX ix_mission_changes_changed_at ON mission_changes (changed_at);

        CREATE FUNCTION note_mission_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO mission_changes (mission_id) VALUES (coalesce(NEW.id, OLD.id));
          RETURN NULL;
        END $$;
        CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON missions FOR EACH ROW EXECUTE FUNCTION note_mission_change();

        CREATE FUNCTION note_organisation_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO mission_changes (organisation_id) VALUES (NEW.id);
          RETURN NULL;
        END $$;
        CREATE TRIGGER note_change AFTER UPDATE ON organisations FOR EACH ROW EXECUTE FUNCTION note_organisation_change();
        """);

    public static void DropChangeLog(this MigrationBuilder migration) => migration.Sql("""
        DROP TRIGGER note_change ON organisations;
        DROP TRIGGER note_change ON missions;
        DROP FUNCTION note_organisation_change;
        DROP FUNCTION note_mission_change;
        DROP TABLE mission_changes;
        """);
}

/// <summary>One of the two is set.</summary>
internal readonly record struct NotedChange(Guid? Mission, Guid? Organisation);
