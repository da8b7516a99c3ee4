using Npgsql;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>Looks and hands that no part of the system has.</summary>
internal static class Sql
{
    public static async Task<int> ExecuteAsync(string connection, string sql, params object[] values)
    {
        await using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        foreach (var value in values) { command.Parameters.Add(new NpgsqlParameter { Value = value }); }
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>An event that no contract of this version knows.</summary>
    public static Task WriteEventAsync(string connection, string type, Guid id) => ExecuteAsync(connection,
        """
        INSERT INTO messaging.outbox (message_id, message_type, ordering_key, body, created_at, due_at, attempts)
        VALUES ($1, $2, $1, convert_to('{}', 'UTF8'), now(), now(), 0)
        """, id, type);
}
