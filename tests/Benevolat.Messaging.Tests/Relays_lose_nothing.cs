using Benevolat.Messaging.Outbox;
using Benevolat.Messaging.Tests.Setup;
using Benevolat.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Benevolat.Messaging.Tests;

public sealed class Relays_lose_nothing : BusFixture
{
    [Fact]
    public async Task A_relay_that_dies_between_publishing_and_deleting_publishes_twice_and_has_one_effect()
    {
        var database = await CreateDatabaseAsync();
        var things = Enumerable.Range(0, 50).Select(_ => Thing()).ToList();
        using var measured = new Measured();
        var alpha = await StartAsync("alpha", consumers: Things);
        var dying = await StartAsync("origin", database, broker: new Uri("amqp://guest:guest@127.0.0.1:9"), ready: false);
        await dying.PublishAsync(things);

        await using (var broker = new Wire.Broker(Configuration(), new ConsumerRegistry("origin")))
        {
            await using var channel = ActivatorUtilities.CreateInstance<PublishingChannel>(dying.Services, broker);
            var publisher = ActivatorUtilities.CreateInstance<Publisher>(dying.Services, channel);
            await using var batch = await dying.Services.GetRequiredService<OutboxTable>().TakeAsync(Stop);
            var verdict = await publisher.PublishAsync(batch.Rows);
            Assert.Empty(verdict.Failures);
            await KillRelaySessionAsync(database);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => batch.CompleteAsync([]));
        }

        await ExpectOnceAsync(alpha, things);
        Assert.Equal(50, (await dying.OutboxAsync()).Count);
        var replica = await StartAsync("origin", database);
        await replica.EmptiesOutboxAsync();

        await Eventually.TrueAsync(() => Task.FromResult(measured.Sum("inbox.duplicates", alpha) == 50), "the second copies came");
        await ExpectOnceAsync(alpha, things);
    }

    [Fact]
    public async Task Rival_relays_share_the_work_and_send_each_event_once()
    {
        var database = await CreateDatabaseAsync();
        Dictionary<string, string?> small = new() { ["Messaging:Batch"] = "50" };
        var replicas = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync("origin", database, settings: small)));
        await using var tap = await WireTap.ConnectAsync(VirtualHost);

        await Task.WhenAll(replicas.Select(replica => PublishManyAsync(replica, 20, 40)));
        await replicas[0].EmptiesOutboxAsync();

        Assert.Equal(2_400u, await tap.DepthAsync("alpha.when-thing-happened"));
        Assert.Equal(2_400u, await tap.DepthAsync("beta.when-thing-happened"));
    }

    [Fact]
    public async Task What_a_dead_replica_left_is_taken_up_by_another()
    {
        var database = await CreateDatabaseAsync();
        var dead = await StartAsync("origin", database, broker: new Uri("amqp://guest:guest@127.0.0.1:9"), ready: false);
        var alive = await StartAsync("origin", database);
        var alpha = await StartAsync("alpha", consumers: Things);
        var thing = Thing();

        await dead.PublishAsync(thing);

        await ExpectOnceAsync(alpha, [thing]);
        await alive.EmptiesOutboxAsync();
    }

    [Fact]
    public async Task An_event_that_nobody_subscribed_to_leaves_without_fuss()
    {
        var origin = await StartAsync("origin");
        using var measured = new Measured();

        await origin.PublishAsync(new ThingForgotten(Guid.NewGuid(), 1));

        await origin.EmptiesOutboxAsync();
        Assert.Equal(0, measured.Sum("outbox.failed", origin));
    }

    [Fact]
    public async Task When_the_subscribers_queues_were_deleted_they_are_made_anew_and_nothing_is_lost()
    {
        var origin = await StartAsync("origin");
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        await origin.PublishAsync(Thing());
        await origin.EmptiesOutboxAsync();
        foreach (var queue in new[] { "alpha.when-thing-happened", "beta.when-thing-happened" })
        {
            await tap.OnChannelAsync(channel => channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false));
            await tap.OnChannelAsync(async channel => { await channel.ExchangeDeleteAsync(queue); return 0; });
        }

        await origin.PublishAsync(Thing());
        await origin.EmptiesOutboxAsync();

        Assert.Equal(1u, await tap.DepthAsync("alpha.when-thing-happened"));
        Assert.Equal(1u, await tap.DepthAsync("beta.when-thing-happened"));
    }

    [Fact]
    public async Task When_the_exchange_was_deleted_it_is_made_anew_and_nothing_is_lost()
    {
        var origin = await StartAsync("origin");
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        await origin.PublishAsync(Thing());
        await origin.EmptiesOutboxAsync();
        await tap.OnChannelAsync(async channel => { await channel.ExchangeDeleteAsync(WireNames.Of(typeof(ThingHappened))); return 0; });

        await origin.PublishAsync(Enumerable.Range(0, 5).Select(_ => Thing()));
        await origin.EmptiesOutboxAsync();

        Assert.Equal(6u, await tap.DepthAsync("alpha.when-thing-happened"));
    }

    private IConfiguration Configuration() =>
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:rabbitmq", VirtualHost.AbsoluteUri)]).Build();

    private static async Task PublishManyAsync(TestService replica, int times, int each)
    {
        for (var i = 0; i < times; i++) { await replica.PublishAsync(Enumerable.Range(0, each).Select(_ => Thing())); }
    }

    private static Task<int> KillRelaySessionAsync(string database) => Sql.ExecuteAsync(database,
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'DELETE FROM messaging.outbox%' AND state = 'idle in transaction'
        """);
}
