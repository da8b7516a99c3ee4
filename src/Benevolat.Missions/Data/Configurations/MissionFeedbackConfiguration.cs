using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class MissionFeedbackConfiguration : IEntityTypeConfiguration<MissionFeedback>
{
    public void Configure(EntityTypeBuilder<MissionFeedback> feedback)
    {
        feedback.ToTable("mission_feedback");
        feedback.HasKey(row => row.ApplicationId);
        feedback.Property(row => row.ApplicationId).ValueGeneratedNever();
        feedback.Property(row => row.Version).IsConcurrencyToken();
        feedback.HasOne<Mission>().WithMany().HasForeignKey(row => row.MissionId);
    }
}
