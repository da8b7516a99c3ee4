using Microsoft.EntityFrameworkCore.Migrations;

namespace Benevolat.Matching.Data.Migrations;

/// <summary>Gives what was there before the promise had a clock its place in it.</summary>
internal static class PromiseUpgrade
{
    /// <summary>
    /// Open applications get their times in plain hours, since working time isn't known to SQL, and the clock catches up with them. What was
    /// answered counts from the day of its last change.
    /// </summary>
    public static void UpgradePromises(this MigrationBuilder migration) => migration.Sql("""
        UPDATE applications SET
          places = 1,
          promised_from = submitted_at,
          remind_at = submitted_at + (answer_by - submitted_at) / 2,
          hand_over_at = answer_by + (answer_by - submitted_at) / 4,
          alternatives_at = answer_by + (answer_by - submitted_at) / 2,
          expires_at = answer_by + (answer_by - submitted_at) * 2,
          turn = CASE WHEN state IN ('Submitted', 'Acknowledged', 'InDiscussion') THEN 'Organisation' ELSE 'Nobody' END,
          promise_step = CASE
            WHEN state IN ('Submitted', 'Acknowledged', 'InDiscussion') THEN 'Running'
            WHEN state IN ('Withdrawn', 'Expired') OR declined_for = 'MissionTerminated' THEN 'Over'
            ELSE 'Kept' END,
          next_step_at = CASE WHEN state IN ('Submitted', 'Acknowledged', 'InDiscussion') THEN submitted_at + (answer_by - submitted_at) / 2 END;
        UPDATE applications SET answered_at = changed_at, answered_in_time = changed_at <= answer_by WHERE promise_step = 'Kept';
        INSERT INTO reckonings_due (organisation_id) SELECT DISTINCT organisation_id FROM applications;

        UPDATE missions SET
          network_id = (facts ->> 'networkId')::uuid,
          departments = ARRAY(SELECT DISTINCT address ->> 'department' FROM jsonb_array_elements(facts -> 'addresses') AS address)
        WHERE facts IS NOT NULL;
        """);
}
