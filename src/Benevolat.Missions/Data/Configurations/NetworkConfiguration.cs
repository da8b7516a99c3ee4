using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class NetworkConfiguration : IEntityTypeConfiguration<Network>, IEntityTypeConfiguration<NetworkMission>
{
    public void Configure(EntityTypeBuilder<Network> network)
    {
        network.ToTable("networks");
        network.Property(row => row.Id).ValueGeneratedNever();
        network.HasIndex(row => row.ClientId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NetworkMission> source)
    {
        source.ToTable("network_missions");
        source.HasKey(row => new { row.NetworkId, row.ExternalId });
        source.Property(row => row.Document).HasColumnType("jsonb");
        source.HasIndex(row => new { row.NetworkId, row.MissionId });
        source.HasOne<Network>().WithMany().HasForeignKey(row => row.NetworkId).OnDelete(DeleteBehavior.Restrict);
        source.HasOne<Mission>().WithMany().HasForeignKey(row => row.MissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
