using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<OrganisationTransition>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations");
        organisation.Property(row => row.Id).ValueGeneratedNever();
        organisation.Property(row => row.Version).IsConcurrencyToken();
        organisation.Ignore(row => row.IsPublic).Ignore(row => row.IsOpen).Ignore(row => row.IsNew).Ignore(row => row.AnswerRate);
        organisation.ComplexProperty(row => row.Profile, MapProfile);
        organisation.HasIndex(row => new { row.NetworkId, row.ExternalId }).IsUnique();
        organisation.HasIndex(row => new { row.State, row.Id });
        organisation.HasIndex(row => row.IdentityChangedAt).HasFilter("identity_changed_at IS NOT NULL");
        organisation.HasIndex(row => row.CreatedBy).HasFilter("state IN ('draft', 'pending')");
        organisation.HasOne<Network>().WithMany().HasForeignKey(row => row.NetworkId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasMany(row => row.History).WithOne().HasForeignKey(row => row.OrganisationId);
        organisation.OwnsMany(row => row.Members, member =>
        {
            member.ToTable("organisation_members");
            member.WithOwner().HasForeignKey("OrganisationId");
            member.HasKey("OrganisationId", nameof(Member.AccountId));
            member.Property(row => row.AccountId).ValueGeneratedNever();
            member.HasIndex(row => row.AccountId);
        });
    }

    public void Configure(EntityTypeBuilder<OrganisationTransition> transition)
    {
        transition.ToTable("organisation_transitions");
        transition.Property(row => row.Id).ValueGeneratedNever();
    }

    /// <summary>Columns of the organisation itself; what duplicates are looked for by has its indexes in <see cref="OrganisationUpgrade"/>.</summary>
    private static void MapProfile(ComplexPropertyBuilder<OrganisationProfile> profile)
    {
        profile.Ignore(row => row.IsComplete).Ignore(row => row.IsInAlsaceMoselle).Ignore(row => row.AnySiren).Ignore(row => row.Identity);
        profile.Property(row => row.Name).HasColumnName("name");
        profile.Property(row => row.Purpose).HasColumnName("purpose");
        profile.Property(row => row.Rna).HasColumnName("rna");
        profile.Property(row => row.Siren).HasColumnName("siren");
        profile.Property(row => row.Siret).HasColumnName("siret");
        profile.Property(row => row.CourtRegister).HasColumnName("court_register");
        profile.Property(row => row.Website).HasColumnName("website");
        profile.Property(row => row.Street).HasColumnName("street");
        profile.Property(row => row.Commune).HasColumnName("commune");
        profile.Property(row => row.CommuneCode).HasColumnName("commune_code");
        profile.Property(row => row.Postcode).HasColumnName("postcode");
    }
}
