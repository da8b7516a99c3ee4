using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations");
        organisation.Property(row => row.Id).ValueGeneratedNever();
        organisation.Property(row => row.Version).IsConcurrencyToken();
        organisation.ComplexProperty(row => row.Profile, profile =>
        {
            profile.Property(row => row.Name).HasColumnName("name");
            profile.Property(row => row.Purpose).HasColumnName("purpose");
            profile.Property(row => row.Rna).HasColumnName("rna");
            profile.Property(row => row.Siren).HasColumnName("siren");
            profile.Property(row => row.Siret).HasColumnName("siret");
            profile.Property(row => row.Website).HasColumnName("website");
            profile.Property(row => row.Street).HasColumnName("street");
            profile.Property(row => row.Commune).HasColumnName("commune");
            profile.Property(row => row.CommuneCode).HasColumnName("commune_code");
            profile.Property(row => row.Postcode).HasColumnName("postcode");
        });
        organisation.HasIndex(row => new { row.NetworkId, row.ExternalId }).IsUnique();
        organisation.HasIndex(row => new { row.State, row.Id });
        organisation.HasOne<Network>().WithMany().HasForeignKey(row => row.NetworkId).OnDelete(DeleteBehavior.Restrict);
        organisation.OwnsMany(row => row.Members, member =>
        {
            member.ToTable("organisation_members");
            member.WithOwner().HasForeignKey("OrganisationId");
            member.HasKey("OrganisationId", nameof(Member.AccountId));
            member.Property(row => row.AccountId).ValueGeneratedNever();
            member.HasIndex(row => row.AccountId);
        });
    }
}
