using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Measuring;
using Benevolat.Index.Search;
using Npgsql;
using NpgsqlTypes;

namespace Benevolat.Benchmarks.Engines.Postgres;

/// <summary>PostgreSQL asked by prepared statements over one connection of its own; subclasses say how words and place are found together.</summary>
internal abstract class PostgresEngine(PostgresTable table) : ISearchEngine
{
    protected const string HasWords = "words @@ websearch_to_tsquery('benevolat_french', $1)";
    protected const string Here = "ST_SetSRID(ST_MakePoint($2, $3), 4326)::geography";

    private static readonly string[] Names = ["", "", "domain", "kind", "remote", "department"];

    private readonly Dictionary<string, NpgsqlCommand> _prepared = [];
    private NpgsqlConnection? _connection;

    public abstract string Name { get; }

    public TimeSpan CpuElsewhere => CpuTime.OfSingleThreaded(Connection.ProcessID);

    protected abstract string Match { get; }

    private NpgsqlConnection Connection => _connection ?? throw new InvalidOperationException($"{Name} isn't loaded.");

    /// <summary>Null where <see cref="Match"/> needs no cells.</summary>
    protected abstract string? Cells(MissionQuery query);

    public async Task<Footprint> LoadAsync(MissionCorpus corpus, CancellationToken stop)
    {
        var footprint = await table.LoadAsync(corpus, stop);
        _connection = await table.Database.OpenConnectionAsync(stop);
        return footprint;
    }

    public Answer Search(MissionQuery query)
    {
        var command = Prepared(query);
        SetParameters(command, query);
        using var reader = command.ExecuteReader();
        return Read(reader, query.WithFacets);
    }

    public void Update(IReadOnlyList<MissionChange> changes) => table.Update(changes);

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values) { await command.DisposeAsync(); }
        _prepared.Clear();
        if (_connection is not null) { await _connection.DisposeAsync(); }
    }

    private static Answer Read(NpgsqlDataReader reader, bool withFacets)
    {
        var ids = new List<Guid>();
        int? total = null;
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>();
        while (reader.Read())
        {
            var row = reader.GetInt32(0);
            if (row == SearchStatement.PageRow) { ids.Add(reader.GetGuid(3)); continue; }

            var count = (int)reader.GetInt64(2);
            if (row == SearchStatement.TotalRow) { total = count; continue; }
            if (!facets.TryGetValue(Names[row], out var counts)) { facets[Names[row]] = counts = new List<FacetCount>(); }
            ((List<FacetCount>)counts).Add(new(Value(row, reader.GetInt16(1)), count));
        }

        return new Answer(ids, total, withFacets ? facets : Answer.NoFacets);
    }

    private static string Value(int row, int code) => row switch
    {
        SearchStatement.DomainRow => Codes.Domains[code],
        SearchStatement.KindRow => Codes.Kinds[code],
        SearchStatement.RemoteRow => Codes.Remotes[code],
        _ => MissionRow.Department(code),
    };

    private NpgsqlCommand Prepared(MissionQuery query)
    {
        var sql = SearchStatement.Compose(query, Match);
        if (_prepared.TryGetValue(sql, out var known)) { return known; }

        var command = new NpgsqlCommand(sql, Connection);
        foreach (var type in (NpgsqlDbType[])[NpgsqlDbType.Text, NpgsqlDbType.Double, NpgsqlDbType.Double, NpgsqlDbType.Double,
            NpgsqlDbType.Array | NpgsqlDbType.Smallint, NpgsqlDbType.Array | NpgsqlDbType.Smallint, NpgsqlDbType.Text])
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = DBNull.Value });
        }

        command.Prepare();
        return _prepared[sql] = command;
    }

    private void SetParameters(NpgsqlCommand command, MissionQuery query)
    {
        object?[] values =
        [
            query.Text, query.Near!.Value.Longitude, query.Near.Value.Latitude, query.RadiusKm * 1000,
            query.Domains.Select(domain => MissionRow.Code(Codes.Domains, domain)).ToArray(),
            query.Kinds.Select(kind => MissionRow.Code(Codes.Kinds, kind)).ToArray(),
            Cells(query),
        ];
        for (var i = 0; i < values.Length; i++) { command.Parameters[i].Value = values[i] ?? DBNull.Value; }
    }
}

/// <summary>The usual way: a text index and a spatial index, put together by the planner.</summary>
internal sealed class PostgresGeography(PostgresTable table) : PostgresEngine(table)
{
    public override string Name => "PostgreSQL, tsvector + PostGIS geography";

    protected override string Match => $"{HasWords} AND ST_DWithin(location, {Here}, $4, false)";

    protected override string? Cells(MissionQuery query) => null;
}

/// <summary>The faster way: the cells of a grid are words of the text index, so that one index finds both; the circle is checked afterwards.</summary>
internal sealed class PostgresCells(PostgresTable table) : PostgresEngine(table)
{
    public override string Name => "PostgreSQL, cells in the tsvector";

    // The distance is measured, not asked of an index: ST_DWithin would make the planner read the spatial index too, twice the work.
    protected override string Match =>
        $"words @@ (websearch_to_tsquery('benevolat_french', $1) && $7::tsquery) AND ST_Distance(location, {Here}, false) <= $4";

    protected override string? Cells(MissionQuery query) =>
        string.Join('|', CellGrid.Around(query.Near!.Value, query.RadiusKm!.Value).Select(cell => $"c{cell}"));
}
