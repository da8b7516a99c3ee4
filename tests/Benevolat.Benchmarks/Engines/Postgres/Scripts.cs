namespace Benevolat.Benchmarks.Engines.Postgres;

/// <summary>How the table is made. Everything in PostgreSQL's favour: unlogged, packed, in geographic order, vacuumed, with fine statistics.</summary>
internal static class Scripts
{
    public const string Empty = """
        CREATE EXTENSION IF NOT EXISTS unaccent;
        CREATE EXTENSION IF NOT EXISTS postgis;
        DO $$ BEGIN
          CREATE TEXT SEARCH CONFIGURATION benevolat_french (COPY = french);
          ALTER TEXT SEARCH CONFIGURATION benevolat_french
            ALTER MAPPING FOR hword, hword_part, word, asciihword, hword_asciipart, asciiword WITH unaccent, french_stem;
        EXCEPTION WHEN unique_violation THEN NULL; END $$;
        DROP TABLE IF EXISTS mission_search, staging;
        CREATE UNLOGGED TABLE staging (
          id uuid, title text, other text, description text, domain smallint, kind smallint, remote smallint, departments smallint[],
          open_to_minors boolean, cells text[], place_order bigint, places bytea);
        CREATE UNLOGGED TABLE mission_search (
          id uuid NOT NULL, domain smallint NOT NULL, kind smallint NOT NULL, remote smallint NOT NULL, departments smallint[] NOT NULL,
          open_to_minors boolean NOT NULL, words tsvector NOT NULL, location geography(MultiPoint, 4326));
        -- A word list pushed out of its row would have to be fetched for each rank.
        ALTER TABLE mission_search SET (toast_tuple_target = 8160, autovacuum_enabled = false);
        ALTER TABLE mission_search ALTER words SET STORAGE main, ALTER words SET STATISTICS 1000;
        """;

    public static IEnumerable<string> Fill(string words) =>
    [
        $"""
        INSERT INTO mission_search (id, domain, kind, remote, departments, open_to_minors, words, location)
        SELECT id, domain, kind, remote, departments, open_to_minors, {words}, ST_GeogFromWKB(places) FROM staging ORDER BY place_order
        """,
        "DROP TABLE staging",
        "CREATE INDEX ix_words ON mission_search USING gin (words) WITH (fastupdate = off)",
        "CREATE INDEX ix_location ON mission_search USING gist (location)",
        "CREATE UNIQUE INDEX ix_id ON mission_search (id)",
        "VACUUM (ANALYZE, FREEZE) mission_search",
    ];
}
