using Npgsql;

namespace Benevolat.Messaging.Outbox;

/// <summary>Events taken out of the table by a transaction that is still open. Disposing it uncompleted puts all of them back.</summary>
internal sealed class OutboxBatch(OutboxTable table, NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<OutboxRow> rows)
    : IAsyncDisposable
{
    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyList<OutboxRow> Rows { get; } = rows;

    /// <summary>Forgets what arrived and keeps the rest, in one commit. Not cancellable: the broker has its copies by now.</summary>
    public async Task CompleteAsync(IReadOnlyList<Failure> failures)
    {
        await table.PutBackAsync(connection, transaction, failures);
        await transaction.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
