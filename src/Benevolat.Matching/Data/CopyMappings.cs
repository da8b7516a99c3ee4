using System.Text.Json;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Matching.Data;

internal sealed class MissionMapping : IEntityTypeConfiguration<Mission>
{
    public void Configure(EntityTypeBuilder<Mission> mission)
    {
        mission.ToTable("missions");
        mission.Property(row => row.Id).ValueGeneratedNever();
        mission.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        mission.Property(row => row.ClosedFor).HasConversion<string>().HasMaxLength(20);
        mission.Property(row => row.Facts).HasJson();
        mission.HasIndex(row => row.State);
    }
}

internal sealed class VolunteerMapping : IEntityTypeConfiguration<Volunteer>
{
    public void Configure(EntityTypeBuilder<Volunteer> volunteer)
    {
        volunteer.ToTable("volunteers");
        volunteer.Property(row => row.Id).ValueGeneratedNever();
        volunteer.Property(row => row.Wishes).HasJson();
        volunteer.HasIndex(row => row.MatchesDueAt);
    }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations");
        organisation.Property(row => row.Id).ValueGeneratedNever();
        organisation.ComplexProperty(row => row.Responsiveness);
    }
}

internal sealed class NetworkMapping : IEntityTypeConfiguration<KnownNetwork>
{
    public void Configure(EntityTypeBuilder<KnownNetwork> network)
    {
        network.ToTable("networks");
        network.Property(row => row.Id).ValueGeneratedNever();
        network.Property(row => row.ClientId).HasMaxLength(200);
        network.HasIndex(row => row.ClientId);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships");
        membership.HasKey(row => new { row.OrganisationId, row.AccountId });
        membership.Property(row => row.Role).HasConversion<string>().HasMaxLength(20);
        membership.HasIndex(row => row.AccountId);
    }
}

internal static class JsonColumns
{
    /// <summary>A whole that is only ever replaced as a whole, in the JSON that services talk.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            value => JsonSerializer.Serialize(value, JsonConventions.Tolerant),
            json => JsonSerializer.Deserialize<T>(json, JsonConventions.Tolerant)!);
}
