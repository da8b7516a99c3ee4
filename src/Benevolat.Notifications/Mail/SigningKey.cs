using System.Security.Cryptography;
using Benevolat.Notifications.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Mail;

/// <summary>Signs the unsubscribe links. Made once by whichever replica comes first and kept in the database, so that old e-mails work for ever.</summary>
public sealed class SigningKey(IServiceScopeFactory scopes)
{
    private const string Name = "unsubscribe";
    private byte[]? _key;

    public async ValueTask<byte[]> GetAsync(CancellationToken stop) => _key ??= await ReadAsync(stop);

    private async Task<byte[]> ReadAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        await db.Database.ExecuteSqlAsync($"INSERT INTO secrets (name, value) VALUES ({Name}, {RandomNumberGenerator.GetBytes(32)}) ON CONFLICT DO NOTHING", stop);
        return await db.Secrets.Where(row => row.Name == Name).Select(row => row.Value).SingleAsync(stop);
    }
}
