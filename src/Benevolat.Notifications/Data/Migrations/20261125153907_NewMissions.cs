using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benevolat.Notifications.Data.Migrations
{
    /// <inheritdoc />
    public partial class NewMissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "organisation_id",
                table: "notices",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<int>(
                name: "mission_count",
                table: "notices",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<List<Guid>>(
                name: "mission_ids",
                table: "notices",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "openings",
                columns: table => new
                {
                    mission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_openings", x => x.mission_id);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_notices_tell_somebody",
                table: "notices",
                sql: "recipient_id IS NOT NULL OR organisation_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // They concern no organisation, and the version before doesn't know their kind; their deliveries go with them.
            migrationBuilder.Sql("DELETE FROM notices WHERE kind = 'NewMissions';");

            migrationBuilder.DropTable(
                name: "openings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_notices_tell_somebody",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "mission_count",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "mission_ids",
                table: "notices");

            migrationBuilder.AlterColumn<Guid>(
                name: "organisation_id",
                table: "notices",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
