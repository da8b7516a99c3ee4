using System.Text.Json;
using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Notifications.Domain;
using Benevolat.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Notifications.Data;

/// <summary>The database of Notifications.</summary>
public sealed class NotificationsDb(DbContextOptions<NotificationsDb> options) : DbContext(options)
{
    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Guest> Guests => Set<Guest>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<KnownMission> Missions => Set<KnownMission>();

    public DbSet<Opening> Openings => Set<Opening>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<NotificationPreferences> Preferences => Set<NotificationPreferences>();

    public DbSet<Secret> Secrets => Set<Secret>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.Entity<Notice>(MapNotice);
        modelBuilder.Entity<Delivery>(MapDelivery);
        modelBuilder.Entity<NotificationPreferences>(preferences =>
        {
            preferences.ToTable("preferences");
            preferences.HasKey(row => row.AccountId);
            preferences.Property(row => row.AccountId).ValueGeneratedNever();
            preferences.Property(row => row.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Secret>().ToTable("secrets").HasKey(row => row.Name);
        MapProjections(modelBuilder);
    }

    private static void MapNotice(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices", table =>
            table.HasCheckConstraint("ck_notices_tell_somebody", "recipient_id IS NOT NULL OR organisation_id IS NOT NULL"));
        notice.Property(row => row.Id).ValueGeneratedNever();
        notice.Ignore(row => row.Roles);
        notice.Ignore(row => row.MembersOf);
        notice.Property(row => row.MissionIds).HasDefaultValueSql("'{}'"); // a replica of the version before doesn't name it
        notice.HasIndex(row => row.DueAt).HasFilter("addressed_at IS NULL");
        notice.HasIndex(row => row.OrganisationId).HasFilter("addressed_at IS NULL").HasDatabaseName("ix_notices_waiting");
        notice.HasIndex(row => row.ApplicationId).HasFilter("application_id IS NOT NULL");
    }

    private static void MapDelivery(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("deliveries");
        delivery.Property(row => row.Id).ValueGeneratedNever();
        delivery.Property(row => row.Version).IsConcurrencyToken();
        delivery.HasIndex(row => new { row.Cause, row.RecipientId, row.Kind, row.Channel }).IsUnique();
        delivery.HasIndex(row => row.DueAt).HasFilter("state = 'Pending'");
        delivery.HasIndex(row => new { row.State, row.Id }).HasFilter("state <> 'Sent'");
        delivery.HasIndex(row => new { row.RecipientId, row.Channel, row.Id });
        delivery.HasOne<Notice>().WithMany().HasForeignKey(row => row.Cause);
    }

    private static void MapProjections(ModelBuilder model)
    {
        model.Entity<Contact>(contact =>
        {
            contact.ToTable("contacts");
            contact.HasKey(row => row.AccountId);
            contact.Property(row => row.AccountId).ValueGeneratedNever();
            contact.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<Guest>(guest =>
        {
            guest.ToTable("guests");
            guest.Property(row => row.Id).ValueGeneratedNever();
            guest.HasIndex(row => row.ExpiresAt);
        });
        model.Entity<Membership>(membership =>
        {
            membership.ToTable("memberships");
            membership.HasKey(row => new { row.OrganisationId, row.AccountId });
            membership.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<KnownMission>(mission =>
        {
            mission.ToTable("missions");
            mission.Property(row => row.Id).ValueGeneratedNever();
            mission.Property(row => row.Version).IsConcurrencyToken();
            mission.Property(row => row.Facts).HasColumnType("jsonb").HasConversion(
                facts => JsonSerializer.Serialize(facts, JsonConventions.Tolerant),
                json => JsonSerializer.Deserialize<MissionFacts>(json, JsonConventions.Tolerant)!,
                new ValueComparer<MissionFacts>((one, other) => ReferenceEquals(one, other), facts => facts.MissionHash(), facts => facts));
        });
        model.Entity<Opening>(opening =>
        {
            opening.ToTable("openings");
            opening.HasKey(row => row.MissionId);
            opening.Property(row => row.MissionId).ValueGeneratedNever();
            opening.Property(row => row.Version).IsConcurrencyToken();
        });
    }
}

/// <summary>Facts are replaced as a whole, never edited: identity tells whether they changed.</summary>
internal static class MissionFactsIdentity
{
    public static int MissionHash(this MissionFacts facts) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(facts);
}
