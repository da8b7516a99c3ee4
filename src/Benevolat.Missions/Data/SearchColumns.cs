using Microsoft.EntityFrameworkCore.Migrations;

namespace Benevolat.Missions.Data;

/// <summary>What only search read while PostgreSQL answered it: columns that it computed itself, unknown to EF. Only for migrations.</summary>
internal static class SearchColumns
{
    public static void AddSearchColumns(this MigrationBuilder migration)
    {
        migration.Sql("CREATE EXTENSION IF NOT EXISTS unaccent");
        migration.Sql("CREATE EXTENSION IF NOT EXISTS postgis");

        // unaccent() itself is not immutable and so not allowed in a generated column; as a dictionary of a configuration it is.
        migration.Sql("""
            CREATE TEXT SEARCH CONFIGURATION benevolat_french (COPY = french);
            ALTER TEXT SEARCH CONFIGURATION benevolat_french
              ALTER MAPPING FOR hword, hword_part, word, asciihword, hword_asciipart, asciiword WITH unaccent, french_stem;
            """);
        migration.Sql("""
            ALTER TABLE missions ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
              setweight(to_tsvector('benevolat_french', title), 'A')
              || setweight(to_tsvector('benevolat_french', organisation_name || ' ' || keywords), 'B')
              || setweight(to_tsvector('benevolat_french', description), 'C')) STORED;
            CREATE INDEX ix_missions_search ON missions USING gin (search);
            """);
        migration.Sql("""
            ALTER TABLE mission_addresses ADD COLUMN location geography(Point, 4326) NOT NULL
              GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography) STORED;
            CREATE INDEX ix_mission_addresses_location ON mission_addresses USING gist (location);
            """);
    }

    public static void DropSearchColumns(this MigrationBuilder migration) => migration.Sql("""
        ALTER TABLE missions DROP COLUMN search;
        ALTER TABLE mission_addresses DROP COLUMN location;
        DROP TEXT SEARCH CONFIGURATION benevolat_french;
        """);
}
