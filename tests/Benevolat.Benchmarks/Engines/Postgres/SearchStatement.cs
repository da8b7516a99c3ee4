using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Engines.Postgres;

/// <summary>
/// A search in one statement, thus one round trip. With facets the hits are found once, for those that only a facet's own filter
/// keeps out too, as our index counts them. Only conditions that are asked for stand in the text, so that each form gets its own plan.
/// </summary>
internal static class SearchStatement
{
    public const int PageRow = 0, TotalRow = 1, DomainRow = 2, KindRow = 3, RemoteRow = 4, DepartmentRow = 5;

    /// <param name="match">The condition on text and place, with the parameters $1 (words), $2 (longitude), $3 (latitude), $4 (metres) and, at choice, $7.</param>
    public static string Compose(MissionQuery query, string match)
    {
        var minors = query.OpenToMinors ? " AND open_to_minors" : "";
        var domain = query.Domains.Count > 0 ? "domain = ANY($5)" : "true";
        var kind = query.Kinds.Count > 0 ? "kind = ANY($6)" : "true";
        var rank = $$"""ts_rank('{0.1, 0.3, 0.6, 1.0}', words, websearch_to_tsquery('benevolat_french', $1), 1)""";
        return query.WithFacets
            ? $"""
              WITH hits AS MATERIALIZED (
                SELECT id, domain, kind, remote, departments, {domain} AS domain_fits, {kind} AS kind_fits,
                       CASE WHEN {domain} AND {kind} THEN {rank} END AS rank
                FROM mission_search WHERE {match}{minors})
              (SELECT 0, 0::smallint, 0::bigint, id FROM hits WHERE domain_fits AND kind_fits ORDER BY rank DESC, id DESC LIMIT {query.Limit})
              UNION ALL SELECT 1, 0::smallint, count(*), NULL FROM hits WHERE domain_fits AND kind_fits
              UNION ALL SELECT 2, domain, count(*), NULL FROM hits WHERE kind_fits GROUP BY domain
              UNION ALL SELECT 3, kind, count(*), NULL FROM hits WHERE domain_fits GROUP BY kind
              UNION ALL SELECT 4, remote, count(*), NULL FROM hits WHERE domain_fits AND kind_fits GROUP BY remote
              UNION ALL SELECT 5, department, count(*), NULL FROM hits, unnest(departments) department WHERE domain_fits AND kind_fits GROUP BY department
              """
            : $"""
              SELECT 0, 0::smallint, 0::bigint, id FROM mission_search WHERE {match}{minors} AND {domain} AND {kind}
              ORDER BY {rank} DESC, id DESC LIMIT {query.Limit}
              """;
    }
}
