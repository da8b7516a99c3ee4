using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using MassTransit;

namespace Benevolat.Matching.Features.Networks;

/// <summary>Which client speaks for which network: it may look after applications for its missions.</summary>
public sealed class WhenNetworkRegistered(MatchingDb db) : IConsumer<NetworkRegistered>
{
    public async Task Consume(ConsumeContext<NetworkRegistered> context)
    {
        var message = context.Message;
        await db.AloneWithAsync(message.NetworkId, context.CancellationToken);
        if (await db.Networks.FindAsync([message.NetworkId], context.CancellationToken) is not null) { return; }
        db.Add(new KnownNetwork { Id = message.NetworkId, ClientId = message.ClientId });
    }
}
