using System.Security.Cryptography;
using Benevolat.Matching.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Presence;

/// <summary>Signs the codes at the places. Made once by whichever replica comes first and kept in the database, so that a poster stays good.</summary>
public sealed class CheckInKey(IServiceScopeFactory scopes)
{
    private const string Name = "check-in";
    private byte[]? _key;

    public async ValueTask<byte[]> GetAsync(CancellationToken stop) => _key ??= await ReadAsync(stop);

    private async Task<byte[]> ReadAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        await db.Database.ExecuteSqlAsync($"INSERT INTO secrets (name, value) VALUES ({Name}, {RandomNumberGenerator.GetBytes(32)}) ON CONFLICT DO NOTHING", stop);
        return await db.Secrets.Where(row => row.Name == Name).Select(row => row.Value).SingleAsync(stop);
    }
}
