using Microsoft.EntityFrameworkCore.Migrations;

namespace Benevolat.Missions.Data;

/// <summary>
/// Where duplicates are looked for (by number and by commune: in SQL, since EF can't index columns of a complex property), and what
/// organisations from before are given: the day on which they were handed in, and a history that begins. Only for migrations.
/// </summary>
internal static class OrganisationUpgrade
{
    public static void UpgradeOrganisations(this MigrationBuilder migration) => migration.Sql("""
        CREATE INDEX ix_organisations_rna ON organisations (rna) WHERE rna IS NOT NULL;
        CREATE INDEX ix_organisations_siren ON organisations (coalesce(siren, substring(siret, 1, 9)));
        CREATE INDEX ix_organisations_commune_code ON organisations (commune_code);
        CREATE INDEX ix_organisations_waiting ON organisations (state, coalesce(submitted_at, created_at), id);
        UPDATE organisations SET submitted_at = created_at WHERE network_id IS NULL AND state <> 'draft';
        INSERT INTO organisation_transitions (id, organisation_id, "from", "to", actor, actor_id, at, reason)
          SELECT gen_random_uuid(), id, NULL, state, 'system', NULL, created_at, state_reason FROM organisations;
        """);

    public static void DowngradeOrganisations(this MigrationBuilder migration) => migration.Sql("""
        DROP INDEX ix_organisations_rna;
        DROP INDEX ix_organisations_siren;
        DROP INDEX ix_organisations_commune_code;
        DROP INDEX ix_organisations_waiting;
        """);
}
