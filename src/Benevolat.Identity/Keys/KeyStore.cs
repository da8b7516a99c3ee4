using System.Security.Cryptography;
using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Benevolat.Identity.Keys;

/// <summary>The keys in the database: makes those that are due, drops those that expired, reads the rest into the ring.</summary>
public sealed class KeyStore(IdentityDb db, IDataProtectionProvider protection, KeyRing ring, TimeProvider clock)
{
    private const int Bits = 2048;

    /// <summary>Any constant will do, as long as all replicas use it.</summary>
    private const long Lock = 0x62656E65766B6579;
    private readonly IDataProtector _protector = protection.CreateProtector("Benevolat.Identity.ServerKeys.v1");

    public async Task RefreshAsync(CancellationToken stop)
    {
        // One replica at a time: two that start together must end with the same keys.
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", stop);
        var known = await db.ServerKeys.ToListAsync(stop);
        var ordered = Enum.GetValues<KeyUse>().ToDictionary(use => use, use => Keep(use, [.. known.Where(key => key.Use == use)]));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);

        ring.Replace(ordered.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<RsaSecurityKey>)[.. entry.Value.Select(Read)]));
    }

    /// <summary>The keys of one use after the schedule was followed, the working one first.</summary>
    private List<ServerKey> Keep(KeyUse use, List<ServerKey> keys)
    {
        var plan = KeySchedule.Plan([.. keys.Select(key => new KeyLife(key.Id, key.UsedFrom))], clock.GetUtcNow());
        foreach (var expired in plan.Expired)
        {
            var key = keys.Single(row => row.Id == expired.Id);
            keys.Remove(key);
            db.Remove(key);
        }

        if (plan.NextFrom is { } from)
        {
            var key = Make(use, from);
            keys.Add(key);
            db.Add(key);
        }

        var first = plan.InUse?.Id ?? keys[^1].Id;
        return [.. keys.OrderByDescending(key => key.Id == first).ThenByDescending(key => key.UsedFrom)];
    }

    private ServerKey Make(KeyUse use, DateTimeOffset from)
    {
        using var rsa = RSA.Create(Bits);
        var now = clock.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Use = use,
            CreatedAt = now,
            UsedFrom = from,
            ProtectedPrivateKey = _protector.Protect(rsa.ExportPkcs8PrivateKey()),
        };
    }

    private RsaSecurityKey Read(ServerKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(_protector.Unprotect(key.ProtectedPrivateKey), out _);
        return new RsaSecurityKey(rsa) { KeyId = key.Id.ToString("N") };
    }
}
