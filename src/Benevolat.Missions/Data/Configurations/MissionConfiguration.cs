using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class MissionConfiguration : IEntityTypeConfiguration<Mission>
{
    public void Configure(EntityTypeBuilder<Mission> mission)
    {
        mission.ToTable("missions");
        mission.Property(row => row.Id).ValueGeneratedNever();
        mission.Property(row => row.Version).IsConcurrencyToken();
        mission.Ignore(row => row.PlacesLeft).Ignore(row => row.WasPublic);
        mission.HasIndex(row => new { row.OrganisationId, row.Id });
        mission.HasIndex(row => new { row.State, row.PublishedAt });
        mission.HasIndex(row => row.ExpiresOn).HasFilter("state IN ('published', 'paused')");
        mission.HasIndex(row => row.CreatedBy).HasFilter("state = 'draft'");
        mission.HasIndex(row => row.SplitFromId).HasFilter("split_from_id IS NOT NULL");
        mission.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        mission.HasOne<Network>().WithMany().HasForeignKey(row => row.NetworkId).OnDelete(DeleteBehavior.Restrict);
        mission.HasMany(row => row.History).WithOne().HasForeignKey(row => row.MissionId);
        mission.OwnsMany(row => row.Shifts, shift =>
        {
            shift.ToTable("mission_shifts");
            shift.WithOwner().HasForeignKey("MissionId");
            shift.HasKey(row => row.Id);
            shift.Property(row => row.Id).ValueGeneratedNever();
        });
        mission.OwnsMany(row => row.Addresses, address =>
        {
            address.ToTable("mission_addresses");
            address.WithOwner().HasForeignKey("MissionId");
            address.HasKey(row => row.Id);
            address.Property(row => row.Id).ValueGeneratedNever();
            address.Ignore(row => row.Content);
            address.HasIndex(row => row.Department);
        });
    }
}
