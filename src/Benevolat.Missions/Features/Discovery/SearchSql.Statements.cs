namespace Benevolat.Missions.Features.Discovery;

/// <content>The conditions put together.</content>
internal sealed partial class SearchSql
{
    /// <summary>The best of the hits after the cursor, each with the nearest of the addresses that fit, else the main one.</summary>
    private string ComposePage(SearchQuery query, string fits)
    {
        var metres = query.Near is null ? "NULL::float8" : Metres;
        var nearest = query.Sort != SearchSort.Distance
            ? ""
            : $"LEFT JOIN LATERAL (SELECT min({Metres}) AS metres FROM mission_addresses a WHERE a.mission_id = m.id{fits}) site ON true";
        return $"""
            WITH hits AS (
              SELECT m.id, ({Key(query)})::float8 AS sort_key FROM missions m {nearest} WHERE {string.Join(" AND ", _mission)}),
            page AS (
              SELECT * FROM hits h
              WHERE @after_id::uuid IS NULL OR h.sort_key > @after_key OR (h.sort_key = @after_key AND h.id < @after_id)
              ORDER BY h.sort_key, h.id DESC LIMIT @take)
            SELECT m.id, m.title, left(m.description, 600), m.organisation_id, m.organisation_name, o.state = 'verified', m.domain, m.kind, m.remote,
                   a.commune, a.postcode, a.department, a.longitude, a.latitude, a.metres, greatest(0, m.places - m.places_taken),
                   m.starts_on, m.published_at, page.sort_key
            FROM page
            JOIN missions m ON m.id = page.id
            JOIN organisations o ON o.id = m.organisation_id
            LEFT JOIN LATERAL (
              SELECT a.*, {metres} AS metres FROM mission_addresses a WHERE a.mission_id = m.id{fits}
              ORDER BY metres NULLS LAST, a.position LIMIT 1) a ON true
            ORDER BY page.sort_key, page.id DESC
            """;
    }

    private string ComposeFacets() => $"""
        WITH hits AS MATERIALIZED (SELECT m.id, m.domain, m.kind, m.remote FROM missions m WHERE {string.Join(" AND ", _mission)}),
        departments AS (SELECT DISTINCT h.id, a.department FROM hits h JOIN mission_addresses a ON a.mission_id = h.id)
        SELECT 'total', '', count(*) FROM hits
        UNION ALL SELECT 'domain', domain, count(*) FROM hits GROUP BY domain
        UNION ALL SELECT 'kind', kind, count(*) FROM hits GROUP BY kind
        UNION ALL SELECT 'remote', remote, count(*) FROM hits GROUP BY remote
        UNION ALL SELECT 'department', department, count(*) FROM departments GROUP BY department
        ORDER BY 1, 3 DESC, 2
        """;

    private static string Key(SearchQuery query) => query.Sort switch
    {
        SearchSort.Relevance when query.Text is not null => $$"""-ts_rank('{0.1, 0.3, 0.6, 1.0}', m.search, {{Words}}, 1)""",
        SearchSort.Distance => "coalesce(site.metres, 1e12)",
        SearchSort.Date => "coalesce(extract(epoch FROM m.starts_on), 1e12)",
        _ => "-extract(epoch FROM m.published_at)",
    };
}
