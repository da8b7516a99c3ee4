using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class MissionTransitionConfiguration : IEntityTypeConfiguration<MissionTransition>
{
    public void Configure(EntityTypeBuilder<MissionTransition> transition)
    {
        transition.ToTable("mission_transitions");
        transition.Property(row => row.Id).ValueGeneratedNever();
    }
}
