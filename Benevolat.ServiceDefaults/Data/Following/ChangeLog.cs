using Microsoft.EntityFrameworkCore.Migrations;

namespace Benevolat.ServiceDefaults.Data.Following;

/// <summary>
/// A table of what changed, for those who keep copies in memory. Triggers write it, so that no writer can forget to. <c>transaction</c>
/// tells readers what they have surely seen: numbers from a sequence become visible out of order.
/// </summary>
/// <param name="Columns">Ids of what changed, one of them set in each row.</param>
public sealed record ChangeLog(string Table, IReadOnlyList<string> Columns)
{
    internal string ColumnList => string.Join(", ", Columns);

    public void Create(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql($"""
            CREATE TABLE {Table} (
              sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
              {string.Join(" uuid, ", Columns)} uuid,
              changed_at timestamptz NOT NULL DEFAULT now());
            CREATE INDEX ix_{Table}_transaction ON {Table} (transaction);
            CREATE INDEX ix_{Table}_changed_at ON {Table} (changed_at);
            """);
    }

    /// <summary>Notes every change of a table's rows: the value of <paramref name="source"/> as <paramref name="column"/> of the log.</summary>
    public void Watch(MigrationBuilder migration, string table, string source, string column)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql($"""
            CREATE FUNCTION note_{Table}_of_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO {Table} ({column}) VALUES (coalesce(NEW.{source}, OLD.{source}));
              RETURN NULL;
            END $$;
            CREATE TRIGGER note_{Table} AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION note_{Table}_of_{table}();
            """);
    }

    public void Unwatch(MigrationBuilder migration, string table)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql($"DROP TRIGGER note_{Table} ON {table}; DROP FUNCTION note_{Table}_of_{table};");
    }

    public void Drop(MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql($"DROP TABLE {Table};");
    }
}
