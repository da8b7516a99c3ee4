using Microsoft.EntityFrameworkCore;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>A service's database: what its consumers did, beside outbox and inbox.</summary>
public sealed class TestDb(DbContextOptions<TestDb> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessaging();
}

/// <summary>One effect of one event; no key stops a second.</summary>
public sealed class Effect
{
    public long Id { get; private set; }
    public required Guid ThingId { get; init; }
    public required long Version { get; init; }
    public required string By { get; init; }
}
