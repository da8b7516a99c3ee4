using Npgsql;

namespace Benevolat.Notifications.Tests;

/// <summary>A look behind the API, where a test must know what waits.</summary>
internal static class Sql
{
    public static async Task<long> CountAsync(string database, string query)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What a crash of the process does to its transactions: those in the middle of one that locks rows of the table end without commit.</summary>
    public static void EndSessionsThatHold(string database, string table)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand(
            // Databases made from one template share the numbers of their tables: without naming the database, other tests' sessions would end too.
            $"""
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE relation = '{table}'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND mode = 'RowShareLock' AND pid <> pg_backend_pid()
            """, connection);
        command.ExecuteNonQuery();
    }

    public static async Task ExecuteAsync(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<bool> AnyAsync(string database, string query) => await CountAsync(database, query) > 0;
}
