using Benevolat.Messaging.Tests.Setup;
using Benevolat.Testing;

namespace Benevolat.Messaging.Tests;

public sealed class Events_arrive : BusFixture
{
    [Fact]
    public async Task Two_subscribers_of_one_event_each_take_it_once()
    {
        var origin = await StartAsync("origin");
        var alpha = await StartAsync("alpha", consumers: Things);
        var beta = await StartAsync("beta", consumers: Things);
        var things = Enumerable.Range(0, 50).Select(_ => Thing()).ToList();

        await origin.PublishAsync(things);

        foreach (var service in new[] { alpha, beta })
        {
            await Eventually.TrueAsync(async () => (await service.EffectsAsync()).Count >= things.Count, "all took effect");
            Assert.Equal(things.Select(thing => thing.ThingId).Order(), (await service.EffectsAsync()).Select(effect => effect.ThingId).Order());
        }

        await origin.EmptiesOutboxAsync();
    }

    [Fact]
    public async Task A_rollback_leaves_nothing_behind()
    {
        var origin = await StartAsync("alpha", consumers: Things);

        await origin.InScopeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            db.Publish(Thing(), Guid.NewGuid());
            await db.SaveChangesAsync(Stop);
            await transaction.RollbackAsync(Stop);
            return 0;
        });

        Assert.Empty(await origin.OutboxAsync());
        await Eventually.StaysAsync(async () => (await origin.EffectsAsync()).Count == 0, "nobody heard of it", TimeSpan.FromSeconds(1));
    }
}
