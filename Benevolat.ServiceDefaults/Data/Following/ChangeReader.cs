using Npgsql;
using NpgsqlTypes;

namespace Benevolat.ServiceDefaults.Data.Following;

/// <summary>
/// Reads a change log (<see cref="ChangeLog"/>) without missing anything. Position is a transaction number below which all had ended when we
/// last looked; what came from later ones is read again until they are all settled, and known by its number. So a transaction that
/// commits late is neither lost nor waited for.
/// </summary>
/// <param name="read">Makes a change of the log's own columns, which begin at ordinal 2.</param>
public sealed class ChangeReader<TChange>(NpgsqlDataSource database, ChangeLog log, Func<NpgsqlDataReader, TChange> read)
{
    private readonly HashSet<long> _seen = [];
    private ulong _settled;

    /// <summary>Begins now: whoever reads everything afterwards has all that was before.</summary>
    public async Task StartAsync(CancellationToken stop)
    {
        await using var command = database.CreateCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())");
        _settled = (ulong)(await command.ExecuteScalarAsync(stop))!;
        _seen.Clear();
    }

    /// <summary>What changed since the position; <see cref="Advance"/> when it has been taken in.</summary>
    public async Task<Changes<TChange>> NextAsync(CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())"));
        var since = new NpgsqlBatchCommand($"SELECT sequence, transaction, {log.ColumnList} FROM {log.Table} WHERE transaction >= $1 ORDER BY sequence");
        since.Parameters.Add(new NpgsqlParameter<ulong> { TypedValue = _settled, NpgsqlDbType = NpgsqlDbType.Xid8 });
        batch.BatchCommands.Add(since);

        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        var (settled, items, unsettled) = (reader.GetFieldValue<ulong>(0), new List<TChange>(), new HashSet<long>());
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var sequence = reader.GetInt64(0);
            if (reader.GetFieldValue<ulong>(1) >= settled) { unsettled.Add(sequence); }
            if (!_seen.Contains(sequence)) { items.Add(read(reader)); }
        }

        return new Changes<TChange>(items, settled, unsettled);
    }

    /// <summary>Moves on: these changes are taken in.</summary>
    public void Advance(Changes<TChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        _settled = changes.Settled;
        _seen.Clear();
        _seen.UnionWith(changes.Unsettled);
    }

    /// <summary>Forgets what every replica has read long ago.</summary>
    public async Task PruneAsync(TimeSpan keep, CancellationToken stop)
    {
        await using var command = database.CreateCommand($"DELETE FROM {log.Table} WHERE changed_at < now() - $1");
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = keep });
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <param name="Settled">Every transaction before this one had ended.</param>
/// <param name="Unsettled">Numbers seen of later ones.</param>
public sealed record Changes<TChange>(IReadOnlyList<TChange> Items, ulong Settled, IReadOnlySet<long> Unsettled);
