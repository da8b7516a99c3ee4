using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benevolat.Missions.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchInMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropSearchColumns();
            migrationBuilder.DropColumn(
                name: "keywords",
                table: "missions");
            migrationBuilder.CreateChangeLog();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropChangeLog();
            migrationBuilder.AddColumn<string>(
                name: "keywords",
                table: "missions",
                type: "text",
                nullable: false,
                defaultValue: "");
            migrationBuilder.AddSearchColumns();
        }
    }
}
