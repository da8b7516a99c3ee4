using System.Diagnostics;
using System.Text;
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

        await ExpectOnceAsync(alpha, things);
        await ExpectOnceAsync(beta, things);
        await origin.EmptiesOutboxAsync();
    }

    [Fact]
    public async Task A_rollback_leaves_nothing_behind()
    {
        var service = await StartAsync("alpha", consumers: Things);

        await service.InScopeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            db.Publish(Thing(), Guid.NewGuid());
            await db.SaveChangesAsync(Stop);
            await transaction.RollbackAsync(Stop);
            return 0;
        });

        Assert.Empty(await service.OutboxAsync());
        await Eventually.StaysAsync(async () => (await service.EffectsAsync()).Count == 0, "nobody heard of it", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_was_said_before_a_subscriber_first_started_reaches_it()
    {
        var origin = await StartAsync("origin");
        var alpha = await StartAsync("alpha", consumers: Things);
        var thing = Thing();
        await origin.PublishAsync(thing);
        await ExpectOnceAsync(alpha, [thing]); // it left the outbox, and one of its two subscribers has it

        var beta = await StartAsync("beta", consumers: Things);

        await ExpectOnceAsync(beta, [thing]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commit_wakes_the_relay_however_it_came_about(bool explicitly)
    {
        // A relay that never looks by itself.
        var service = await StartAsync("alpha", consumers: Things, settings: new() { ["Messaging:BusyPoll"] = "00:10:00", ["Messaging:IdlePoll"] = "00:10:00" });
        await service.PublishAsync(Thing());
        await service.EmptiesOutboxAsync();

        var clock = Stopwatch.StartNew();
        await service.InScopeAsync(async db =>
        {
            await using var transaction = explicitly ? await db.Database.BeginTransactionAsync(Stop) : null;
            db.Publish(Thing(), Guid.NewGuid());
            await db.SaveChangesAsync(Stop);
            if (transaction is not null) { await transaction.CommitAsync(Stop); }
            return 0;
        });
        await service.EmptiesOutboxAsync(TimeSpan.FromSeconds(5));

        TestContext.Current.SendDiagnosticMessage($"commit → outbox empty: {clock.ElapsedMilliseconds} ms, probe of 50 ms included");
    }

    [Fact]
    public async Task On_the_wire_an_event_is_plain_JSON_under_its_contracts_name()
    {
        var origin = await StartAsync("origin");
        await using var wire = await WireTap.ConnectAsync(VirtualHost);
        var thing = Thing(version: 7);

        await origin.PublishAsync(thing);
        await origin.EmptiesOutboxAsync();
        var message = (await wire.GetAsync("beta.when-thing-happened"))!;

        Assert.Equal($$"""{"thingId":"{{thing.ThingId}}","version":7}""", Encoding.UTF8.GetString(message.Body.Span));
        Assert.Equal("tests.thing-happened.v1", message.Exchange);
        Assert.Equal("tests.thing-happened.v1", message.BasicProperties.Type);
        Assert.Equal("application/json", message.BasicProperties.ContentType);
        Assert.True(message.BasicProperties.Persistent);
        Assert.True(Guid.TryParse(message.BasicProperties.MessageId, out _));
        Assert.True(message.BasicProperties.IsTimestampPresent());
        var headers = message.BasicProperties.Headers!.Select(header => header.Value is byte[] text ? Encoding.UTF8.GetString(text) : header.Value?.ToString());
        Assert.DoesNotContain(headers, header => header!.Contains("ThingHappened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_of_one_relay_arrive_in_the_order_of_their_commits()
    {
        var origin = await StartAsync("origin", settings: new() { ["Messaging:Batch"] = "100" });
        await using var wire = await WireTap.ConnectAsync(VirtualHost);
        var id = Guid.CreateVersion7();

        for (var version = 1; version <= 500; version++) { await origin.PublishAsync(Thing(id, version)); }
        await origin.EmptiesOutboxAsync();

        var heard = new List<string>();
        while (await wire.GetAsync("beta.when-thing-happened") is { } message) { heard.Add(Encoding.UTF8.GetString(message.Body.Span)); }
        Assert.Equal(Enumerable.Range(1, 500).Select(version => $$"""{"thingId":"{{id}}","version":{{version}}}"""), heard);
    }

    [Fact]
    public async Task What_the_last_requests_committed_still_leaves_at_shutdown()
    {
        var database = await CreateDatabaseAsync();
        var origin = await StartAsync("origin", database);
        await using var wire = await WireTap.ConnectAsync(VirtualHost);

        await origin.PublishAsync(Enumerable.Range(0, 300).Select(_ => Thing()));
        await origin.StopAsync();

        Assert.Equal(300u, await wire.DepthAsync("beta.when-thing-happened"));
    }
}
