using Benevolat.Messaging;
using Benevolat.Volunteers.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Volunteers.Data;

/// <summary>The database of Volunteers.</summary>
public sealed class VolunteersDb(DbContextOptions<VolunteersDb> options) : DbContext(options)
{
    public DbSet<Profile> Profiles => Set<Profile>();

    public DbSet<KnownApplication> Applications => Set<KnownApplication>();

    public DbSet<KnownParticipation> Participations => Set<KnownParticipation>();

    public DbSet<KnownMembership> Memberships => Set<KnownMembership>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.Entity<Profile>(MapProfile);
        modelBuilder.Entity<Consent>(consent =>
        {
            consent.ToTable("consents");
            consent.Property(row => row.Id).ValueGeneratedNever();
            consent.Property(row => row.TextVersion).HasMaxLength(20);
        });
        modelBuilder.Entity<KnownApplication>(application =>
        {
            application.ToTable("applications");
            application.Property(row => row.Id).ValueGeneratedNever();
            application.Property(row => row.Version).IsConcurrencyToken();
            application.HasIndex(row => row.VolunteerId);
        });
        modelBuilder.Entity<KnownParticipation>(participation =>
        {
            participation.ToTable("known_participations");
            participation.Property(row => row.Id).ValueGeneratedNever();
            participation.Property(row => row.Version).IsConcurrencyToken();
            participation.HasIndex(row => new { row.VolunteerId, row.On, row.Id });
        });
        modelBuilder.Entity<KnownMembership>(membership =>
        {
            membership.ToTable("memberships");
            membership.HasKey(row => new { row.OrganisationId, row.AccountId });
            membership.Property(row => row.Version).IsConcurrencyToken();
        });
    }

    private static void MapProfile(EntityTypeBuilder<Profile> profile)
    {
        profile.ToTable("profiles");
        profile.Property(row => row.Id).ValueGeneratedNever();
        profile.Property(row => row.Version).IsConcurrencyToken();
        profile.Property(row => row.FirstName).HasMaxLength(ProfileDetails.LongestFirstName);
        profile.Property(row => row.HoursPerWeek).HasPrecision(5, 2);
        profile.PrimitiveCollection(row => row.Causes).ElementType().HasConversion<string>();
        profile.PrimitiveCollection(row => row.Kinds).ElementType().HasConversion<string>();
        // A replica of the version before names none of these.
        profile.Property(row => row.SkillsToLearn).HasDefaultValueSql("'{}'");
        profile.Property(row => row.OnlyOpenToMinors).HasDefaultValue(false);
        profile.Property(row => row.NeedsAccessibility).HasDefaultValue(false);
        profile.Ignore(row => row.VisibleToOrganisations);
        profile.OwnsOne(row => row.Place, place =>
        {
            place.Property(row => row.Commune).HasMaxLength(100);
            place.Property(row => row.CommuneCode).HasMaxLength(5);
            place.Property(row => row.Postcode).HasMaxLength(5);
        });
        profile.HasMany(row => row.Consents).WithOne().HasForeignKey(consent => consent.VolunteerId);
        profile.Navigation(row => row.Consents).AutoInclude();
    }
}
