using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class JoiningConfiguration : IEntityTypeConfiguration<JoinRequest>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<JoinRequest> request)
    {
        request.ToTable("organisation_join_requests");
        request.Property(row => row.Id).ValueGeneratedNever();
        request.Property(row => row.Version).IsConcurrencyToken();
        request.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId);
        request.HasIndex(row => new { row.OrganisationId, row.Id });
        request.HasIndex(row => new { row.AccountId, row.OrganisationId }).IsUnique().HasFilter("state = 'open'");
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("organisation_invitations");
        invitation.Property(row => row.Id).ValueGeneratedNever();
        invitation.Property(row => row.Version).IsConcurrencyToken();
        invitation.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId);
        invitation.HasIndex(row => row.TokenHash).IsUnique();
        invitation.HasIndex(row => new { row.OrganisationId, row.Id });
        invitation.HasIndex(row => new { row.InvitedBy, row.InvitedAt });
        invitation.HasIndex(row => row.ExpiresAt).HasFilter("email IS NOT NULL");
    }
}
