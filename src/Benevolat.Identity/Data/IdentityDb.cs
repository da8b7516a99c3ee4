using Benevolat.Messaging;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Identity.Data;

/// <summary>Accounts, clients and tokens, keys, and e-mails on their way.</summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<ServerKey> ServerKeys => Set<ServerKey>();

    public DbSet<PendingMail> PendingMails => Set<PendingMail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The schema that knows passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict<Guid>();
        builder.AddMessaging();
        IdentityTables.Name(builder);
        builder.Entity<Account>(account =>
        {
            account.Property(row => row.Id).ValueGeneratedNever();
            account.Property(row => row.FirstName).HasMaxLength(Account.LongestFirstName);
            account.Property(row => row.Language).HasMaxLength(2);
            account.Property(row => row.TermsVersion).HasMaxLength(20);
            account.Property(row => row.Version).IsConcurrencyToken();
        });
        builder.Entity<ServerKey>(key =>
        {
            key.ToTable("server_keys");
            key.Property(row => row.Use).HasConversion<string>().HasMaxLength(20);
        });
        builder.Entity<PendingMail>(mail =>
        {
            mail.ToTable("pending_mails");
            mail.Property(row => row.Recipient).HasMaxLength(Account.LongestEmail);
            mail.HasIndex(row => row.DueAt).HasFilter("parked_at IS NULL");
        });
    }
}
