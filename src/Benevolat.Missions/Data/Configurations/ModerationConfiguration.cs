using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class MissionReportConfiguration : IEntityTypeConfiguration<MissionReport>
{
    public void Configure(EntityTypeBuilder<MissionReport> report)
    {
        report.ToTable("mission_reports");
        report.Property(row => row.Id).ValueGeneratedNever();
        report.Property(row => row.Version).IsConcurrencyToken();
        report.HasOne<Mission>().WithMany().HasForeignKey(row => row.MissionId);
        report.HasIndex(row => row.Id).HasFilter("outcome IS NULL").HasDatabaseName("ix_mission_reports_open");
        report.HasIndex(row => new { row.MissionId, row.ReporterId });
    }
}

internal sealed class MissionTemplateConfiguration : IEntityTypeConfiguration<MissionTemplate>
{
    public void Configure(EntityTypeBuilder<MissionTemplate> template)
    {
        template.ToTable("mission_templates");
        template.Property(row => row.Id).ValueGeneratedNever();
        template.Property(row => row.Version).IsConcurrencyToken();
        template.Property(row => row.Content).HasColumnType("jsonb");
        template.HasOne<Network>().WithMany().HasForeignKey(row => row.NetworkId);
        template.HasIndex(row => new { row.NetworkId, row.Code }).IsUnique().AreNullsDistinct(false);
    }
}
