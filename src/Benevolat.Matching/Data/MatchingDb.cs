using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Data;

/// <summary>Matching's own database: applications and places, which it decides, and copies of what others decide.</summary>
public sealed class MatchingDb(DbContextOptions<MatchingDb> options) : DbContext(options)
{
    /// <summary>The index behind "one live application per volunteer and mission".</summary>
    public const string OneLiveApplication = "ix_applications_one_live";

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<ThreadMessage> Messages => Set<ThreadMessage>();

    public DbSet<PlaceAllocation> Allocations => Set<PlaceAllocation>();

    public DbSet<Mission> Missions => Set<Mission>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Volunteer> Volunteers => Set<Volunteer>();

    public DbSet<KnownNetwork> Networks => Set<KnownNetwork>();

    public DbSet<ReckoningDue> ReckoningsDue => Set<ReckoningDue>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ToldMatch> ToldMatches => Set<ToldMatch>();

    public DbSet<ExposureDay> Exposures => Set<ExposureDay>();

    public DbSet<ShiftAllocation> Shifts => Set<ShiftAllocation>();

    public DbSet<ShiftWait> ShiftWaits => Set<ShiftWait>();

    public DbSet<Swap> Swaps => Set<Swap>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<FeedbackAnswer> Feedback => Set<FeedbackAnswer>();

    public DbSet<Secret> Secrets => Set<Secret>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MatchingDb).Assembly);
        modelBuilder.AddMessaging();
    }
}
