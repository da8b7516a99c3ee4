using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benevolat.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class Shifts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "feedback_asked_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "feedback_due_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    happened = table.Column<bool>(type: "boolean", nullable: false),
                    as_described = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    come_back = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback", x => x.application_id);
                });

            migrationBuilder.CreateTable(
                name: "participations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    shift_id = table.Column<Guid>(type: "uuid", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    checked_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    minutes_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    swap_id = table.Column<Guid>(type: "uuid", nullable: true),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secrets",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secrets", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "shift_allocations",
                columns: table => new
                {
                    shift_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed = table.Column<bool>(type: "boolean", nullable: false),
                    last_in_line = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift_allocations", x => x.shift_id);
                    table.CheckConstraint("ck_shift_allocations_not_below_zero", "places >= 0 AND taken >= 0");
                });

            migrationBuilder.CreateTable(
                name: "shift_waits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    shift_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift_waits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "swaps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shift_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_volunteer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_swaps", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_applications_feedback_due_at",
                table: "applications",
                column: "feedback_due_at",
                filter: "feedback_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mission_id",
                table: "feedback",
                column: "mission_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_application_id",
                table: "participations",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_mission_id_on_id",
                table: "participations",
                columns: new[] { "mission_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_participations_one_per_day",
                table: "participations",
                columns: new[] { "application_id", "on" },
                unique: true,
                filter: "shift_id IS NULL AND state <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_participations_one_per_shift",
                table: "participations",
                columns: new[] { "volunteer_id", "shift_id" },
                unique: true,
                filter: "shift_id IS NOT NULL AND state <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_participations_remind_at",
                table: "participations",
                column: "remind_at",
                filter: "remind_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_participations_shift_id",
                table: "participations",
                column: "shift_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_volunteer_id_on_id",
                table: "participations",
                columns: new[] { "volunteer_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_shift_allocations_mission_id_starts_at",
                table: "shift_allocations",
                columns: new[] { "mission_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_shift_waits_application_id",
                table: "shift_waits",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_shift_waits_expires_at",
                table: "shift_waits",
                column: "expires_at",
                filter: "state = 'Offered'");

            migrationBuilder.CreateIndex(
                name: "ix_shift_waits_once_in_line",
                table: "shift_waits",
                columns: new[] { "shift_id", "volunteer_id" },
                unique: true,
                filter: "state IN ('Waiting', 'Offered')");

            migrationBuilder.CreateIndex(
                name: "ix_shift_waits_shift_id_number",
                table: "shift_waits",
                columns: new[] { "shift_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_swaps_mission_id_starts_at",
                table: "swaps",
                columns: new[] { "mission_id", "starts_at" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_swaps_participation_id",
                table: "swaps",
                column: "participation_id");

            migrationBuilder.Sql(ShiftsBackfill.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "participations");

            migrationBuilder.DropTable(
                name: "secrets");

            migrationBuilder.DropTable(
                name: "shift_allocations");

            migrationBuilder.DropTable(
                name: "shift_waits");

            migrationBuilder.DropTable(
                name: "swaps");

            migrationBuilder.DropIndex(
                name: "ix_applications_feedback_due_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "feedback_asked_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "feedback_due_at",
                table: "applications");
        }
    }
}
