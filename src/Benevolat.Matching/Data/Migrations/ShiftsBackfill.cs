namespace Benevolat.Matching.Data.Migrations;

/// <summary>What the migration to shifts does for missions and applications that were there before it; a new database has none.</summary>
internal static class ShiftsBackfill
{
    public const string Sql = """
        INSERT INTO shift_allocations (shift_id, mission_id, version, places, taken, starts_at, ends_at, removed, last_in_line)
        SELECT (shift->>'shiftId')::uuid, mission.id, 1, GREATEST(0, (shift->>'places')::int), 0, (shift->>'startsAt')::timestamptz, (shift->>'endsAt')::timestamptz, false, 0
        FROM missions AS mission, jsonb_array_elements(mission.facts->'shifts') AS shift
        WHERE mission.facts IS NOT NULL
        ON CONFLICT DO NOTHING;
        UPDATE applications SET feedback_due_at = now() WHERE state = 'Accepted';
        """;
}
