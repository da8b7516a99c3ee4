using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class OrganisationLogoConfiguration : IEntityTypeConfiguration<OrganisationLogo>
{
    public void Configure(EntityTypeBuilder<OrganisationLogo> logo)
    {
        logo.ToTable("organisation_logos");
        logo.HasKey(row => row.OrganisationId);
        logo.Property(row => row.OrganisationId).ValueGeneratedNever();
        logo.HasOne<Organisation>().WithOne().HasForeignKey<OrganisationLogo>(row => row.OrganisationId);
    }
}
