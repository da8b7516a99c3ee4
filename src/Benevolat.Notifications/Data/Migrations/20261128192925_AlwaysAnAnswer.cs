using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benevolat.Notifications.Data.Migrations
{
    /// <inheritdoc />
    public partial class AlwaysAnAnswer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                table: "notices",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "expires_at",
                table: "notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "shift_id",
                table: "notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "starts_at",
                table: "notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_application_id",
                table: "notices",
                column: "application_id",
                filter: "application_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_notices_application_id",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "day",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "shift_id",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "starts_at",
                table: "notices");
        }
    }
}
