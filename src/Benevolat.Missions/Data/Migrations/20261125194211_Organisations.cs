using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Benevolat.Missions.Data.Migrations
{
    /// <inheritdoc />
    public partial class Organisations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "answered",
                table: "organisations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "asked",
                table: "organisations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "court_register",
                table: "organisations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "created_by",
                table: "organisations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logo_tag",
                table: "organisations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "median_answer_hours",
                table: "organisations",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "responsiveness_version",
                table: "organisations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "submitted_at",
                table: "organisations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "organisation_members",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "organisation_invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_invitations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organisation_join_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_join_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_join_requests_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organisation_logos",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_logos", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_organisation_logos_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organisation_transitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "text", nullable: true),
                    to = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_transitions", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_transitions_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_organisations_created_by",
                table: "organisations",
                column: "created_by",
                filter: "state IN ('draft', 'pending')");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_invitations_expires_at",
                table: "organisation_invitations",
                column: "expires_at",
                filter: "email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_invitations_invited_by_invited_at",
                table: "organisation_invitations",
                columns: new[] { "invited_by", "invited_at" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_invitations_organisation_id_id",
                table: "organisation_invitations",
                columns: new[] { "organisation_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_invitations_token_hash",
                table: "organisation_invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_join_requests_account_id_organisation_id",
                table: "organisation_join_requests",
                columns: new[] { "account_id", "organisation_id" },
                unique: true,
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_join_requests_organisation_id_id",
                table: "organisation_join_requests",
                columns: new[] { "organisation_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_transitions_organisation_id",
                table: "organisation_transitions",
                column: "organisation_id");

            migrationBuilder.UpgradeOrganisations();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DowngradeOrganisations();

            migrationBuilder.DropTable(
                name: "organisation_invitations");

            migrationBuilder.DropTable(
                name: "organisation_join_requests");

            migrationBuilder.DropTable(
                name: "organisation_logos");

            migrationBuilder.DropTable(
                name: "organisation_transitions");

            migrationBuilder.DropIndex(
                name: "ix_organisations_created_by",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "answered",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "asked",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "court_register",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "created_by",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "logo_tag",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "median_answer_hours",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "responsiveness_version",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "submitted_at",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "name",
                table: "organisation_members");
        }
    }
}
