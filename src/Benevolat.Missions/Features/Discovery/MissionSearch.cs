using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Npgsql;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>
/// The one door to search: a query in, a page with its facets out. Today PostgreSQL full text and PostGIS answer;
/// an index in memory will take their place behind this class, and nothing else will notice.
/// </summary>
internal sealed class MissionSearch(NpgsqlDataSource database)
{
    /// <summary>One hit more than asked tells that there is a next page.</summary>
    public async Task<SearchResult> FindAsync(SearchQuery query, CancellationToken stop)
    {
        var sql = new SearchSql(query);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Command(sql, sql.Page,
            new NpgsqlParameter<Guid?>("after_id", query.After?.Id),
            new NpgsqlParameter<double>("after_key", query.After?.Key ?? 0),
            new NpgsqlParameter<int>("take", query.Limit + 1)));
        batch.BatchCommands.Add(Command(sql, sql.Facets));

        await using var reader = await batch.ExecuteReaderAsync(stop);
        var hits = new List<SearchHit>();
        while (await reader.ReadAsync(stop)) { hits.Add(Hit(reader)); }

        await reader.NextResultAsync(stop);
        var (total, facets) = (0, new Dictionary<string, IReadOnlyList<FacetValue>>(SearchResult.NoFacets));
        while (await reader.ReadAsync(stop))
        {
            var (name, value) = (reader.GetString(0), new FacetValue(reader.GetString(1), (int)reader.GetInt64(2)));
            if (name == "total") { total = value.Count; }
            else { facets[name] = [.. facets[name], value]; }
        }

        return new SearchResult(hits, total, facets);
    }

    private static NpgsqlBatchCommand Command(SearchSql sql, string statement, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(statement);
        sql.AddParameters(command);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static SearchHit Hit(NpgsqlDataReader row) => new(
        new SearchItem(
            row.GetGuid(0), row.GetString(1), Summary.Of(row.GetString(2)),
            new SearchOrganisation(row.GetGuid(3), row.GetString(4), row.GetBoolean(5)),
            Read<MissionDomain>(row, 6), Read<MissionKind>(row, 7), Read<RemoteWork>(row, 8),
            row.IsDBNull(9) ? null : new SearchPlace(row.GetString(9), row.GetString(10), row.GetString(11), [row.GetDouble(12), row.GetDouble(13)]),
            row.IsDBNull(14) ? null : Math.Round(row.GetDouble(14) / 1000, 1, MidpointRounding.AwayFromZero),
            row.GetInt32(15), row.IsDBNull(16) ? null : row.GetFieldValue<DateOnly>(16), row.GetFieldValue<DateTimeOffset>(17)),
        row.GetDouble(18));

    private static TEnum Read<TEnum>(NpgsqlDataReader row, int column)
        where TEnum : struct, Enum =>
        Kebab.TryParse(row.GetString(column), out TEnum value) ? value : throw new InvalidOperationException($"Unknown {typeof(TEnum).Name} in the database.");
}
