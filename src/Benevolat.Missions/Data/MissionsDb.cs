using Benevolat.Messaging;
using Benevolat.Missions.Data.Configurations;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Data;

/// <summary>What the Missions service knows; search follows it through <see cref="MissionChangeLog"/>.</summary>
public sealed class MissionsDb(DbContextOptions<MissionsDb> options) : DbContext(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<OrganisationTransition> OrganisationTransitions => Set<OrganisationTransition>();
    public DbSet<OrganisationLogo> OrganisationLogos => Set<OrganisationLogo>();
    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Mission> Missions => Set<Mission>();
    public DbSet<MissionRevision> MissionRevisions => Set<MissionRevision>();
    public DbSet<MissionFeedback> MissionFeedback => Set<MissionFeedback>();
    public DbSet<MissionReport> MissionReports => Set<MissionReport>();
    public DbSet<MissionTemplate> MissionTemplates => Set<MissionTemplate>();
    public DbSet<MissionTransition> MissionTransitions => Set<MissionTransition>();
    public DbSet<Network> Networks => Set<Network>();
    public DbSet<NetworkMission> NetworkMissions => Set<NetworkMission>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<Commune> Communes => Set<Commune>();
    public DbSet<PlaceImport> PlaceImports => Set<PlaceImport>();
    public DbSet<PlaceImportBatch> PlaceImportBatches => Set<PlaceImportBatch>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MissionsDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseKebabEnums();
}
