using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benevolat.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class Matches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_volunteers_latitude",
                table: "volunteers");

            migrationBuilder.DropColumn(
                name: "box_east",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "box_north",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "box_south",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "box_west",
                table: "missions");

            migrationBuilder.DropColumn(
                name: "can_be_remote",
                table: "missions");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "matches_due_at",
                table: "volunteers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "matches_round",
                table: "volunteers",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "matches_since",
                table: "volunteers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "published_at",
                table: "missions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "exposures",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    shown = table.Column<long>(type: "bigint", nullable: false),
                    first_page = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exposures", x => new { x.organisation_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "told_matches",
                columns: table => new
                {
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_matches", x => new { x.volunteer_id, x.mission_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_volunteers_matches_due_at",
                table: "volunteers",
                column: "matches_due_at");

            migrationBuilder.CreateIndex(
                name: "ix_exposures_day",
                table: "exposures",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_mission_id_volunteer_id",
                table: "invitations",
                columns: new[] { "mission_id", "volunteer_id" },
                unique: true);

            // Who is here already is told from tomorrow on; what is published already was not published today.
            migrationBuilder.Sql("UPDATE volunteers SET matches_since = now(), matches_due_at = date_trunc('day', now()) + interval '30 hours'");
            migrationBuilder.Sql("UPDATE missions SET published_at = now() WHERE state = 'Open'");
            migrationBuilder.CreateMatchChanges();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropMatchChanges();

            migrationBuilder.DropTable(
                name: "exposures");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "told_matches");

            migrationBuilder.DropIndex(
                name: "ix_volunteers_matches_due_at",
                table: "volunteers");

            migrationBuilder.DropColumn(
                name: "matches_due_at",
                table: "volunteers");

            migrationBuilder.DropColumn(
                name: "matches_round",
                table: "volunteers");

            migrationBuilder.DropColumn(
                name: "matches_since",
                table: "volunteers");

            migrationBuilder.DropColumn(
                name: "published_at",
                table: "missions");

            migrationBuilder.AddColumn<double>(
                name: "box_east",
                table: "missions",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "box_north",
                table: "missions",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "box_south",
                table: "missions",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "box_west",
                table: "missions",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "can_be_remote",
                table: "missions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_volunteers_latitude",
                table: "volunteers",
                column: "latitude",
                filter: "visible");
        }
    }
}
