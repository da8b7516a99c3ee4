using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Networks;

/// <summary>Networks are known from the first thing that they send.</summary>
internal static class NetworkRows
{
    public static async Task<Guid> FindOrAddNetworkAsync(this MissionsDb db, string clientId, DateTimeOffset now, CancellationToken stop)
    {
        var id = Guid.CreateVersion7(now);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO networks (id, client_id, created_at) VALUES ({id}, {clientId}, {now})
            ON CONFLICT (client_id) DO NOTHING
            """, stop);
        if (added == 1)
        {
            db.Publish(new NetworkRegistered(id, 1, clientId, now), id);
            return id;
        }

        return await db.Networks.Where(network => network.ClientId == clientId).Select(network => network.Id).SingleAsync(stop);
    }
}
