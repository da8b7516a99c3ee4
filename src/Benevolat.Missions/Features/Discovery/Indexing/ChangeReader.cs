using Npgsql;

namespace Benevolat.Missions.Features.Discovery.Indexing;

/// <summary>
/// Reads <c>mission_changes</c> without missing any. Position is a transaction number below which all had ended when we last looked;
/// what came from later ones is read again until they are all settled, and known by its number. So a transaction that commits late
/// is neither lost nor waited for.
/// </summary>
internal sealed class ChangeReader(NpgsqlDataSource database)
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
    public async Task<Changes> NextAsync(CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())"));
        var since = new NpgsqlBatchCommand("SELECT sequence, transaction, mission_id, organisation_id FROM mission_changes WHERE transaction >= $1 ORDER BY sequence");
        since.Parameters.Add(new NpgsqlParameter<ulong> { TypedValue = _settled, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid8 });
        batch.BatchCommands.Add(since);

        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        var settled = reader.GetFieldValue<ulong>(0);
        await reader.NextResultAsync(stop);
        var changes = new Changes([], [], settled, []);
        while (await reader.ReadAsync(stop))
        {
            var sequence = reader.GetInt64(0);
            if (reader.GetFieldValue<ulong>(1) >= settled) { changes.Unsettled.Add(sequence); }
            if (_seen.Contains(sequence)) { continue; }
            if (!await reader.IsDBNullAsync(2, stop)) { changes.Missions.Add(reader.GetGuid(2)); }
            if (!await reader.IsDBNullAsync(3, stop)) { changes.Organisations.Add(reader.GetGuid(3)); }
        }

        return changes;
    }

    /// <summary>Moves on: these changes are taken in.</summary>
    public void Advance(Changes changes)
    {
        _settled = changes.Settled;
        _seen.Clear();
        _seen.UnionWith(changes.Unsettled);
    }

    /// <summary>Forgets what every replica has read long ago.</summary>
    public async Task PruneAsync(TimeSpan keep, CancellationToken stop)
    {
        await using var command = database.CreateCommand("DELETE FROM mission_changes WHERE changed_at < now() - $1");
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = keep });
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <summary>Missions that changed, and organisations whose missions may look different now.</summary>
/// <param name="Settled">Every transaction before this one had ended.</param>
/// <param name="Unsettled">Numbers seen of later ones.</param>
internal sealed record Changes(HashSet<Guid> Missions, HashSet<Guid> Organisations, ulong Settled, HashSet<long> Unsettled)
{
    public bool IsEmpty => Missions.Count + Organisations.Count == 0;
}
