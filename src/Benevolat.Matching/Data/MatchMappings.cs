using Benevolat.Matching.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Matching.Data;

/// <summary>What matching remembers of what it proposed.</summary>
internal sealed class MatchMappings : IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<ToldMatch>, IEntityTypeConfiguration<ExposureDay>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(row => row.Id).ValueGeneratedNever();
        invitation.HasIndex(row => new { row.MissionId, row.VolunteerId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ToldMatch> told)
    {
        told.ToTable("told_matches");
        told.HasKey(row => new { row.VolunteerId, row.MissionId });
    }

    public void Configure(EntityTypeBuilder<ExposureDay> exposure)
    {
        exposure.ToTable("exposures");
        exposure.HasKey(row => new { row.OrganisationId, row.Day });
        exposure.HasIndex(row => row.Day);
    }
}
