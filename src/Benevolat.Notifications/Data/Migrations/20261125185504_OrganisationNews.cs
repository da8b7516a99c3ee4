using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benevolat.Notifications.Data.Migrations
{
    /// <inheritdoc />
    public partial class OrganisationNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "expires_on",
                table: "notices",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mission_title",
                table: "notices",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "guests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    token = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_guests_expires_at",
                table: "guests",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The version before doesn't know their kinds; their deliveries go with them.
            migrationBuilder.Sql("DELETE FROM notices WHERE kind IN ('MissionExpiring', 'MissionReviewed', 'MemberInvited', 'JoinRequested', 'JoinAnswered', 'OrganisationRefused');");

            migrationBuilder.DropTable(
                name: "guests");

            migrationBuilder.DropColumn(
                name: "expires_on",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "mission_title",
                table: "notices");
        }
    }
}
