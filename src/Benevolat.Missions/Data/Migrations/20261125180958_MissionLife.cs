using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benevolat.Missions.Data.Migrations
{
    /// <inheritdoc />
    public partial class MissionLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "created_by",
                table: "missions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "difficulty",
                table: "missions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "expenses_note",
                table: "missions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "expires_on",
                table: "missions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mandate",
                table: "missions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "prerequisites",
                table: "missions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "schedule_note",
                table: "missions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "soft_skills",
                table: "missions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "split_from_id",
                table: "missions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state_detail",
                table: "missions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state_note",
                table: "missions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "submitted_at",
                table: "missions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "tags",
                table: "missions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "tasks",
                table: "missions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "warned_of",
                table: "missions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "detail",
                table: "mission_transitions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "mission_transitions",
                type: "text",
                nullable: true);

            // Missions that are public already get their last day.
            migrationBuilder.Sql("""
                UPDATE missions SET expires_on = coalesce(ends_on, current_date + 365) WHERE state IN ('published', 'paused');
                UPDATE missions SET submitted_at = created_at WHERE state = 'in-review';
                """);

            migrationBuilder.CreateTable(
                name: "mission_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    reporter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    resolved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mission_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_mission_reports_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mission_revisions",
                columns: table => new
                {
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mission_revisions", x => new { x.mission_id, x.version });
                    table.ForeignKey(
                        name: "fk_mission_revisions_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mission_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "text", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mission_templates", x => x.id);
                    table.ForeignKey(
                        name: "fk_mission_templates_networks_network_id",
                        column: x => x.network_id,
                        principalTable: "networks",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_missions_created_by",
                table: "missions",
                column: "created_by",
                filter: "state = 'draft'");

            migrationBuilder.CreateIndex(
                name: "ix_missions_expires_on",
                table: "missions",
                column: "expires_on",
                filter: "state IN ('published', 'paused')");

            migrationBuilder.CreateIndex(
                name: "ix_missions_split_from_id",
                table: "missions",
                column: "split_from_id",
                filter: "split_from_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mission_reports_mission_id_reporter_id",
                table: "mission_reports",
                columns: new[] { "mission_id", "reporter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mission_reports_open",
                table: "mission_reports",
                column: "id",
                filter: "outcome IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mission_templates_network_id_code",
                table: "mission_templates",
                columns: new[] { "network_id", "code" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mission_reports");

            migrationBuilder.DropTable(
                name: "mission_revisions");

            migrationBuilder.DropTable(
                name: "mission_templates");

            migrationBuilder.DropIndex(
                name: "ix_missions_created_by",
                table: "missions");

            migrationBuilder.DropIndex(
                name: "ix_missions_expires_on",
                table: "missions");

            migrationBuilder.DropIndex(
                name: "ix_missions_split_from_id",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "created_by",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "difficulty",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "expenses_note",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "expires_on",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "mandate",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "prerequisites",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "schedule_note",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "soft_skills",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "split_from_id",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "state_detail",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "state_note",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "submitted_at",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "tasks",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "warned_of",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "detail",
                table: "mission_transitions");

            migrationBuilder.DropColumn(
                name: "note",
                table: "mission_transitions");
        }
    }
}
