using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Web.Data;

/// <summary>The site's own database: sessions, and the keys that protect them, shared by all replicas.</summary>
public sealed class WebDb(DbContextOptions<WebDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Session>(session =>
    {
        session.ToTable("sessions");
        session.HasKey(row => row.Id);
        session.Property(row => row.Id).HasMaxLength(64);
        session.HasIndex(row => row.ExpiresAt);
    });
}

/// <summary>One browser's session. The cookie holds a random key, this row its hash: who reads the table can't sign in with it.</summary>
public sealed class Session
{
    public required string Id { get; init; }

    /// <summary>Who it is and their tokens, encrypted.</summary>
    public required byte[] Ticket { get; set; }

    public required DateTimeOffset IssuedAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
