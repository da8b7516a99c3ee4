using Benevolat.Messaging;
using Benevolat.Missions.Data.Configurations;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Data;

/// <summary>What the Missions service knows. Search reads the same tables through <c>Discovery/MissionSearch</c>.</summary>
public sealed class MissionsDb(DbContextOptions<MissionsDb> options) : DbContext(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Mission> Missions => Set<Mission>();
    public DbSet<MissionTransition> MissionTransitions => Set<MissionTransition>();
    public DbSet<Network> Networks => Set<Network>();
    public DbSet<NetworkMission> NetworkMissions => Set<NetworkMission>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MissionsDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseKebabEnums();
}
