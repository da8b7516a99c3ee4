using System.Diagnostics;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Search;
using Npgsql;

namespace Benevolat.Benchmarks.Engines.Postgres;

/// <summary>
/// The missions in one narrow table, rows in geographic order, ready for both ways to ask: a text index that holds words and cells,
/// and a spatial one. Loaded once for both.
/// </summary>
internal sealed class PostgresTable(NpgsqlDataSource database) : IAsyncDisposable
{
    private const string Words = """
        setweight(to_tsvector('benevolat_french', title), 'A') || setweight(to_tsvector('benevolat_french', other), 'B')
        || setweight(to_tsvector('benevolat_french', description), 'C') || array_to_tsvector(cells)
        """;

    private const string Upsert = $"""
        INSERT INTO mission_search (id, domain, kind, remote, departments, open_to_minors, words, location)
        SELECT id, domain, kind, remote, departments, open_to_minors, {Words}, ST_GeogFromWKB(places)
        FROM (SELECT $1 AS id, $2 AS title, $3 AS other, $4 AS description, $5 AS domain, $6 AS kind, $7 AS remote, $8 AS departments, $9 AS open_to_minors,
              $10 AS cells, $11 AS place_order, $12 AS places) changed
        ON CONFLICT (id) DO UPDATE SET domain = excluded.domain, kind = excluded.kind, remote = excluded.remote, departments = excluded.departments,
          open_to_minors = excluded.open_to_minors, words = excluded.words, location = excluded.location
        """;

    private Footprint? _loaded;

    public NpgsqlDataSource Database => database;

    public async Task<Footprint> LoadAsync(MissionCorpus corpus, CancellationToken stop)
    {
        if (_loaded is not null) { return _loaded; }

        var making = CorpusCost.Of(corpus);
        var clock = Stopwatch.StartNew();
        await RunAsync(Scripts.Empty, stop);
        await CopyAsync(corpus, stop);
        foreach (var step in Scripts.Fill(Words)) { await RunAsync(step, stop); }
        var build = clock.Elapsed - making;
        await using var size = database.CreateCommand("SELECT pg_total_relation_size('mission_search')");
        return _loaded = new Footprint(build, (long)(await size.ExecuteScalarAsync(stop))!, "table and indexes on disk, all of it cached");
    }

    public void Update(IReadOnlyList<MissionChange> changes)
    {
        using var batch = database.CreateBatch();
        foreach (var change in changes)
        {
            var command = new NpgsqlBatchCommand(change.Document is null ? "DELETE FROM mission_search WHERE id = $1" : Upsert);
            if (change.Document is null) { command.Parameters.AddWithValue(change.Id); }
            else
            {
                foreach (var (value, type) in MissionRow.Values(change.Document)) { command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type }); }
            }

            batch.BatchCommands.Add(command);
        }

        batch.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        _loaded = null;
        await RunAsync("DROP TABLE IF EXISTS mission_search", CancellationToken.None);
    }

    private async Task CopyAsync(MissionCorpus corpus, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var copy = await connection.BeginBinaryImportAsync($"COPY staging ({MissionRow.Columns}) FROM STDIN (FORMAT binary)", stop);
        foreach (var mission in corpus.Missions())
        {
            stop.ThrowIfCancellationRequested();
            MissionRow.Write(copy, mission);
        }

        await copy.CompleteAsync(stop);
    }

    private async Task RunAsync(string sql, CancellationToken stop)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }
}
