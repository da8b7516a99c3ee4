using System.Security.Cryptography;
using System.Text;
using Benevolat.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Web.SignIn;

/// <summary>Sessions in PostgreSQL: any replica serves any browser, and the browser holds nothing but a random key.</summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private const string KeyItem = ".session";
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(12);
    private readonly IDataProtector protector = protection.CreateProtector("Benevolat.Web.Sessions.v1");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var id = Hash(key);
        ticket.Properties.Items[KeyItem] = id;
        var now = clock.GetUtcNow();

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WebDb>();
        db.Add(new Session
        {
            Id = id,
            Ticket = Seal(ticket),
            IssuedAt = ticket.Properties.IssuedUtc ?? now,
            ExpiresAt = ticket.Properties.ExpiresUtc ?? now + DefaultLife,
        });
        await db.SaveChangesAsync();
        return key;
    }

    /// <summary>Prolongs the row and leaves the ticket alone: a slow request must not put old tokens over refreshed ones.</summary>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var scope = scopes.CreateAsyncScope();
        var id = Hash(key);
        var (issued, expires) = (ticket.Properties.IssuedUtc ?? clock.GetUtcNow(), ticket.Properties.ExpiresUtc ?? clock.GetUtcNow() + DefaultLife);
        await scope.ServiceProvider.GetRequiredService<WebDb>().Sessions.Where(row => row.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.IssuedAt, issued).SetProperty(session => session.ExpiresAt, expires));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (id, now) = (Hash(key), clock.GetUtcNow());
        var row = await scope.ServiceProvider.GetRequiredService<WebDb>().Sessions.AsNoTracking()
            .SingleOrDefaultAsync(session => session.Id == id && session.ExpiresAt > now);
        return row is null ? null : Open(row);
    }

    public async Task RemoveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var id = Hash(key);
        await scope.ServiceProvider.GetRequiredService<WebDb>().Sessions.Where(row => row.Id == id).ExecuteDeleteAsync();
    }

    /// <summary>The row's name, which its ticket carries.</summary>
    public static string? IdOf(AuthenticationProperties properties) => properties.Items.TryGetValue(KeyItem, out var id) ? id : null;

    public byte[] Seal(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    /// <summary>Null when the keys that sealed it are gone: the person signs in again.</summary>
    public AuthenticationTicket? Open(Session row)
    {
        try
        {
            var ticket = TicketSerializer.Default.Deserialize(protector.Unprotect(row.Ticket));
            if (ticket is not null) { (ticket.Properties.IssuedUtc, ticket.Properties.ExpiresUtc) = (row.IssuedAt, row.ExpiresAt); }
            return ticket;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Hash(string key) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
