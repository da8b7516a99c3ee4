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

    public static async Task<bool> AnyAsync(string database, string query) => await CountAsync(database, query) > 0;
}
