using System.Diagnostics;
using System.Text;
using Benevolat.Messaging.Outbox;
using Benevolat.Messaging.Tests.Setup;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Benevolat.Messaging.Tests;

/// <summary>Numbers for people, on demand (<c>--explicit only</c>); the limits they must keep are the benchmarks' business.</summary>
public sealed class Drain_rate : BusFixture
{
    private const int Events = 50_000;
    private const string Body = """{"thingId":"0190a5d2-7d3c-7e5e-9f3b-1d2c3b4a5f60","version":1}""";

    [Fact(Explicit = true)]
    public async Task Of_a_backlog_against_raw_publishing_with_confirms()
    {
        var database = await CreateDatabaseAsync();
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        var relay = await StartAsync("origin", database);
        await relay.PublishAsync(new ThingAnswered(Guid.NewGuid(), 1));
        await relay.EmptiesOutboxAsync();

        for (var round = 1; round <= 3; round++)
        {
            var raw = await tap.OnChannelAsync(PublishAsync);
            await Sql.ExecuteAsync(database,
                $"""
                INSERT INTO messaging.outbox (message_id, message_type, ordering_key, body, created_at, due_at, attempts)
                SELECT gen_random_uuid(), 'tests.thing-answered.v1', gen_random_uuid(), convert_to('{Body}', 'UTF8'), now(), now(), 0 FROM generate_series(1, {Events})
                """);
            var clock = Stopwatch.StartNew();
            relay.Services.GetRequiredService<RelaySignal>().Wake();
            await relay.EmptiesOutboxAsync(TimeSpan.FromMinutes(2));
            var drained = clock.Elapsed;
            TestContext.Current.SendDiagnosticMessage(
                $"raw {Events / raw.TotalSeconds:0}/s, drained {Events / drained.TotalSeconds:0}/s, ratio {raw / drained:0.00}");
        }
    }

    private static async Task<TimeSpan> PublishAsync(IChannel channel)
    {
        var (clock, body, window) = (Stopwatch.StartNew(), Encoding.UTF8.GetBytes(Body), new Queue<Task>());
        for (var i = 0; i < Events; i++)
        {
            if (window.Count == 512) { await window.Dequeue(); }
            var properties = new BasicProperties { MessageId = Guid.NewGuid().ToString(), Type = "tests.thing-answered.v1", ContentType = "application/json", Persistent = true };
            window.Enqueue(channel.BasicPublishAsync("tests.thing-answered.v1", "", mandatory: true, properties, body).AsTask());
        }

        while (window.TryDequeue(out var sent)) { await sent; }
        return clock.Elapsed;
    }
}
