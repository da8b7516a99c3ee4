using System.Text.Json;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class MissionRevisionConfiguration : IEntityTypeConfiguration<MissionRevision>
{
    public void Configure(EntityTypeBuilder<MissionRevision> revision)
    {
        revision.ToTable("mission_revisions");
        revision.HasKey(row => new { row.MissionId, row.Version });
        revision.Property(row => row.Version).ValueGeneratedNever();
        revision.HasOne<Mission>().WithMany().HasForeignKey(row => row.MissionId);
        revision.Property(row => row.Content).HasColumnType("jsonb").HasConversion(
            content => JsonSerializer.Serialize(content, JsonConventions.Tolerant),
            text => JsonSerializer.Deserialize<MissionContent>(text, JsonConventions.Tolerant)!);
    }
}
