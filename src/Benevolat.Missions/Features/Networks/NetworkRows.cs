using Benevolat.Missions.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Networks;

/// <summary>Networks are known from the first thing that they send.</summary>
internal static class NetworkRows
{
    public static async Task<Guid> FindOrAddNetworkAsync(this MissionsDb db, string clientId, DateTimeOffset now, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO networks (id, client_id, created_at) VALUES ({Guid.CreateVersion7(now)}, {clientId}, {now})
            ON CONFLICT (client_id) DO NOTHING
            """, stop);
        return await db.Networks.Where(network => network.ClientId == clientId).Select(network => network.Id).SingleAsync(stop);
    }
}
