using Microsoft.EntityFrameworkCore.Migrations;

namespace Benevolat.Missions.Data;

/// <summary>
/// <c>mission_changes</c>: which missions changed, for those who keep copies of them in memory. Triggers write it, so that no writer can
/// forget to. <c>transaction</c> tells readers what they have surely seen: numbers from a sequence become visible out of order.
/// </summary>
internal static class ChangeLog
{
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
