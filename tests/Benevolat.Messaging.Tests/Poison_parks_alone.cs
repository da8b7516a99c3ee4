using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Benevolat.Messaging.Tests.Setup;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using RabbitMQ.Client;

namespace Benevolat.Messaging.Tests;

public sealed class Poison_parks_alone : BusFixture
{
    private const string Queue = "alpha.when-thing-happened";
    private TestIdentity _identity = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _identity = await TestIdentity.StartAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task An_event_that_can_not_be_handled_parks_while_others_flow_and_a_redrive_brings_it_through()
    {
        var (poison, broken) = (Thing(), true);
        var script = new Script { OnThing = (_, thing) => broken && thing == poison ? throw new InvalidOperationException("a bug") : Task.CompletedTask };
        using var measured = new Measured();
        var service = await StartAsync("alpha", script: script, consumers: Things, identity: _identity.Address);
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        var others = Enumerable.Range(0, 20).Select(_ => Thing()).ToList();

        await service.PublishAsync([poison, .. others]);

        await ExpectOnceAsync(service, others);
        await Eventually.TrueAsync(async () => await tap.DepthAsync($"{Queue}_error") == 1, "the poison is parked");
        using var client = service.As(Caller.Operator(), _identity);
        var listed = await client.GetFromJsonAsync<JsonNode>(new Uri("/api/v1/ops/queues", UriKind.Relative), Stop);
        Assert.Equal($$"""[{"name":"{{Queue}}","depth":0,"consumers":1,"errorDepth":1}]""", listed!["items"]!.ToJsonString());

        broken = false;
        var moved = await client.PostJsonAsync($"/api/v1/ops/queues/{Queue}/redrive", null).ReadJsonAsync();

        Assert.Equal("""{"moved":1,"left":0}""", moved.ToJsonString());
        await ExpectOnceAsync(service, [poison, .. others]);
        Assert.Equal(0u, await tap.DepthAsync($"{Queue}_error"));
        Assert.Equal(1, measured.Sum("error_queue.redriven", service));
    }

    [Fact]
    public async Task A_redrive_takes_no_more_than_asked_and_leaves_no_marks()
    {
        var script = new Script { OnThing = (_, _) => throw new InvalidOperationException("a bug") };
        var service = await StartAsync("alpha", script: script, consumers: Things, identity: _identity.Address);
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        await service.PublishAsync(Enumerable.Range(0, 5).Select(_ => Thing()));
        await Eventually.TrueAsync(async () => await tap.DepthAsync($"{Queue}_error") == 5, "all five are parked");

        using var client = service.As(Caller.Operator(), _identity);
        await tap.OnChannelAsync(async channel => { await channel.ExchangeUnbindAsync(Queue, WireNames.Of(typeof(ThingHappened)), ""); return 0; });
        await service.StopConsumersAsync();
        var moved = await client.PostJsonAsync($"/api/v1/ops/queues/{Queue}/redrive?limit=3", null).ReadJsonAsync();

        Assert.Equal("""{"moved":3,"left":2}""", moved.ToJsonString());
        var healed = (await tap.GetAsync(Queue))!;
        Assert.DoesNotContain(healed.BasicProperties.Headers!.Keys, key => key.StartsWith("MT-Fault", StringComparison.Ordinal) || key == "MT-Reason");
        Assert.Contains("traceparent", healed.BasicProperties.Headers!.Keys);
        Assert.True(Guid.TryParse(healed.BasicProperties.MessageId, out _));
    }

    [Fact]
    public async Task A_message_that_is_no_event_parks_alone()
    {
        var service = await StartAsync("alpha", consumers: Things);
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        var thing = Thing();
        await service.PublishAsync(thing);
        await ExpectOnceAsync(service, [thing]);

        await tap.SendAsync(WireNames.Of(typeof(ThingHappened)), "not { JSON", Guid.NewGuid());
        await tap.SendAsync(WireNames.Of(typeof(ThingHappened)), """{"thingId":"not an id"}""", Guid.NewGuid());
        var next = Thing();
        await service.PublishAsync(next);

        await ExpectOnceAsync(service, [thing, next]);
        await Eventually.TrueAsync(async () => await tap.DepthAsync($"{Queue}_error") == 2, "both are parked");
    }

    [Fact]
    public async Task An_event_that_can_not_be_published_parks_while_others_flow_and_an_operator_replays_it()
    {
        var database = await CreateDatabaseAsync();
        var service = await StartAsync("alpha", database, consumers: Things, identity: _identity.Address, settings: new() { ["Messaging:MostAttempts"] = "3" });
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        var unknown = Guid.NewGuid();
        await Sql.WriteEventAsync(database, "tests.unknown-to-us.v9", unknown); // reaches no queue

        var others = Enumerable.Range(0, 20).Select(_ => Thing()).ToList();
        await service.PublishAsync(others);
        await ExpectOnceAsync(service, others);

        using var client = service.As(Caller.Operator(), _identity);
        var shown = await Eventually.GetAsync(async () =>
        {
            var outbox = await client.GetFromJsonAsync<JsonNode>(new Uri("/api/v1/ops/outbox", UriKind.Relative), Stop);
            return (int)outbox!["parked"]! == 1 ? outbox : null;
        }, "it is parked");
        Assert.Equal("alpha", (string?)shown["service"]);
        var parked = Assert.Single(shown["parkedEvents"]!.AsArray())!;
        Assert.Equal(("tests.unknown-to-us.v9", 3, "PublishReturnException"), ((string?)parked["type"], (int)parked["attempts"]!, (string?)parked["lastError"]));
        Assert.Null(parked["body"]);

        await tap.OnChannelAsync(channel => channel.QueueDeclareAsync("late", durable: true, exclusive: false, autoDelete: false));
        await tap.OnChannelAsync(async channel => { await channel.QueueBindAsync("late", "tests.unknown-to-us.v9", ""); return 0; });
        await client.PostJsonAsync($"/api/v1/ops/outbox/{unknown}/replay", null).ExpectAsync(HttpStatusCode.NoContent);

        await Eventually.TrueAsync(async () => await tap.DepthAsync("late") == 1, "it arrived after all");
        await service.EmptiesOutboxAsync();
        await client.PostJsonAsync($"/api/v1/ops/outbox/{unknown}/replay", null).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task An_event_at_which_the_broker_closes_the_channel_parks_alone()
    {
        var database = await CreateDatabaseAsync();
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        // Ours would be a durable fanout: to declare it so is refused. And a name this long can't even be said in AMQP.
        await tap.OnChannelAsync(async channel => { await channel.ExchangeDeclareAsync("tests.somebody-elses.v1", ExchangeType.Direct, durable: true); return 0; });
        await Sql.WriteEventAsync(database, "tests.somebody-elses.v1", Guid.NewGuid());
        await Sql.WriteEventAsync(database, $"tests.{new string('x', 300)}.v1", Guid.NewGuid());
        var service = await StartAsync("alpha", database, consumers: Things, settings: new() { ["Messaging:MostAttempts"] = "3" });
        var others = Enumerable.Range(0, 20).Select(_ => Thing()).ToList();

        await service.PublishAsync(others);

        await ExpectOnceAsync(service, others);
        await Eventually.TrueAsync(async () => (await service.OutboxAsync()).Count(row => row.ParkedAt is not null) == 2, "both are parked");
    }
}
