using Microsoft.Extensions.Options;
using Npgsql;

namespace Benevolat.Messaging.Outbox;

/// <summary>The relay's side of the outbox table: plain SQL, because it moves thousands of rows a second and tracks none.</summary>
internal sealed class OutboxTable(NpgsqlDataSource database, TimeProvider clock, IOptions<MessagingOptions> options)
{
    // An array, not IN (SELECT …): a plan may run a subquery more than once, and each run would lock other rows.
    private const string TakeSql =
        """
        DELETE FROM messaging.outbox WHERE position = ANY (ARRAY(
            SELECT position FROM messaging.outbox WHERE parked_at IS NULL AND due_at <= $1 AND position > $3 ORDER BY position LIMIT $2 FOR UPDATE SKIP LOCKED))
        RETURNING position, message_id, message_type, ordering_key, body, trace_parent, trace_state, created_at, attempts, due_at, last_error
        """;

    private const string PutBackSql =
        """
        INSERT INTO messaging.outbox (position, message_id, message_type, ordering_key, body, trace_parent, trace_state,
            created_at, attempts, due_at, last_error, parked_at)
        OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    /// <summary>
    /// Takes the oldest due events. They leave the table when the batch commits; if we die before, the database brings them back by itself,
    /// since row locks end with their session and an owner's mark would not.
    /// </summary>
    /// <param name="after">Only events beyond this position: through a backlog, so that each batch need not step over the remains of all before.</param>
    public async Task<OutboxBatch> TakeAsync(CancellationToken stop, long after = 0)
    {
        var connection = await database.OpenConnectionAsync(stop);
        try
        {
            var transaction = await connection.BeginTransactionAsync(stop);
            await using var take = new NpgsqlCommand(TakeSql, connection, transaction)
            {
                Parameters = { new() { Value = clock.GetUtcNow() }, new() { Value = options.Value.Batch }, new() { Value = after } },
            };
            var rows = new List<OutboxRow>();
            await using (var reader = await take.ExecuteReaderAsync(stop))
            {
                while (await reader.ReadAsync(stop)) { rows.Add(Read(reader)); }
            }

            rows.Sort((one, other) => one.Position.CompareTo(other.Position)); // RETURNING promises no order
            return new OutboxBatch(this, connection, transaction, rows);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts what did not arrive back to its old place, in the transaction that took it out.</summary>
    internal async Task PutBackAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Failure> failures)
    {
        if (failures.Count == 0) { return; }
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var failure in failures) { batch.BatchCommands.Add(PutBack(failure, clock.GetUtcNow())); }
        await batch.ExecuteNonQueryAsync();
    }

    private NpgsqlBatchCommand PutBack(Failure failure, DateTimeOffset now)
    {
        var row = failure.Row;
        var attempts = failure.Counts ? row.Attempts + 1 : row.Attempts;
        var due = failure.Counts ? now + Wait(attempts) : row.DueAt;
        var parked = failure.Counts && attempts >= options.Value.MostAttempts ? now : (DateTimeOffset?)null;
        object?[] values =
        [
            row.Position, row.MessageId, row.MessageType, row.OrderingKey, row.Body, row.TraceParent, row.TraceState,
            row.CreatedAt, attempts, due, failure.Error, parked,
        ];
        var command = new NpgsqlBatchCommand(PutBackSql);
        foreach (var value in values) { command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value }); }
        return command;
    }

    private TimeSpan Wait(int attempts)
    {
        var wait = options.Value.FirstRetry * Math.Pow(2, attempts - 1);
        return wait < options.Value.LongestRetry ? wait : options.Value.LongestRetry;
    }

    private static OutboxRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.GetGuid(3), row.GetFieldValue<byte[]>(4),
        row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6),
        row.GetFieldValue<DateTimeOffset>(7), row.GetInt32(8), row.GetFieldValue<DateTimeOffset>(9), row.IsDBNull(10) ? null : row.GetString(10));
}
