using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Benevolat.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class AnswersAlways : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "responsiveness_answered",
                table: "organisations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "responsiveness_asked",
                table: "organisations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<double>(
                name: "responsiveness_median_answer_hours",
                table: "organisations",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "responsiveness_version",
                table: "organisations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<List<string>>(
                name: "departments",
                table: "missions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "network_id",
                table: "missions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<List<Guid>>(
                name: "alternatives",
                table: "applications",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "alternatives_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "answered_in_time",
                table: "applications",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "expires_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "group_name",
                table: "applications",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "hand_over_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "handed_over_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_reminded_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_step_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "offer_expires_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "offer_id",
                table: "applications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "offers_lapsed",
                table: "applications",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "places",
                table: "applications",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "promise_step",
                table: "applications",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "promised_from",
                table: "applications",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "remind_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "taken_up_at",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "taken_up_by",
                table: "applications",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "turn",
                table: "applications",
                type: "character varying(12)",
                maxLength: 12,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "waiting_since",
                table: "applications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_volunteer = table.Column<bool>(type: "boolean", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_messages_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "networks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_networks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reckonings_due",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reckonings_due", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_applications_handed_over_at",
                table: "applications",
                column: "handed_over_at",
                filter: "handed_over_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_applications_mission_id_waiting_since_id",
                table: "applications",
                columns: new[] { "mission_id", "waiting_since", "id" },
                filter: "waiting_since IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_applications_next_step_at",
                table: "applications",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_applications_offer_expires_at",
                table: "applications",
                column: "offer_expires_at",
                filter: "offer_expires_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_application_id_id",
                table: "messages",
                columns: new[] { "application_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_networks_client_id",
                table: "networks",
                column: "client_id");

            migrationBuilder.UpgradePromises();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "networks");

            migrationBuilder.DropTable(
                name: "reckonings_due");

            migrationBuilder.DropIndex(
                name: "ix_applications_handed_over_at",
                table: "applications");

            migrationBuilder.DropIndex(
                name: "ix_applications_mission_id_waiting_since_id",
                table: "applications");

            migrationBuilder.DropIndex(
                name: "ix_applications_next_step_at",
                table: "applications");

            migrationBuilder.DropIndex(
                name: "ix_applications_offer_expires_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "responsiveness_answered",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "responsiveness_asked",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "responsiveness_median_answer_hours",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "responsiveness_version",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "departments",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "network_id",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "alternatives",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "alternatives_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "answered_in_time",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "group_name",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "hand_over_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "handed_over_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "last_reminded_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "next_step_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "offer_expires_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "offer_id",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "offers_lapsed",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "places",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "promise_step",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "promised_from",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "remind_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "taken_up_at",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "taken_up_by",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "turn",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "waiting_since",
                table: "applications");
        }
    }
}
