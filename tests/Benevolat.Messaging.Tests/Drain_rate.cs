using System.Diagnostics;
using System.Text;
using Benevolat.Messaging.Outbox;
using Benevolat.Messaging.Tests.Setup;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

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
                SELECT gen_random_uuid(), 'tests.thing-answered.v1', gen_random_uuid(), convert_to('{Body}', 'UTF8'), now(), now(), 0
                FROM generate_series(1, {Events})
                """);
            var clock = Stopwatch.StartNew();
            relay.Services.GetRequiredService<RelaySignal>().Wake();
            await relay.EmptiesOutboxAsync(TimeSpan.FromMinutes(2));
            var drained = clock.Elapsed;
            TestContext.Current.SendDiagnosticMessage(
                $"raw {Events / raw.TotalSeconds:0}/s, drained {Events / drained.TotalSeconds:0}/s, ratio {raw / drained:0.00}");
        }
    }

    [Fact(Explicit = true)]
    public async Task From_commit_to_handler_against_raw_from_end_to_end()
    {
        var (arrived, script) = (new TaskCompletionSource(), new Script());
        script.OnThing = (_, _) => { arrived.SetResult(); return Task.CompletedTask; };
        var service = await StartAsync("alpha", script: script, consumers: Things);
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        var ours = await TimeAsync(() => service.PublishAsync(Thing()), fromReturn: true);
        var raw = await tap.OnChannelAsync(async channel =>
        {
            await channel.QueueDeclareAsync("raw", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, delivery) => { arrived.SetResult(); return channel.BasicAckAsync(delivery.DeliveryTag, false).AsTask(); };
            await channel.BasicConsumeAsync("raw", autoAck: false, consumer);
            return await TimeAsync(() => channel.BasicPublishAsync("", "raw", new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(Body))).AsTask());
        });
        TestContext.Current.SendDiagnosticMessage($"commit → handler p50 {ours.TotalMilliseconds:0.0} ms, raw p50 {raw.TotalMilliseconds:0.0} ms, ratio {ours / raw:0.0}");

        async Task<TimeSpan> TimeAsync(Func<Task> send, bool fromReturn = false)
        {
            var times = new List<TimeSpan>();
            for (var i = 0; i < 300; i++)
            {
                arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var clock = Stopwatch.StartNew();
                await send();
                if (fromReturn) { clock.Restart(); }
                await arrived.Task;
                times.Add(clock.Elapsed);
            }

            return times.Order().ElementAt(150);
        }
    }

    private static async Task<TimeSpan> PublishAsync(IChannel channel)
    {
        var (clock, body, window) = (Stopwatch.StartNew(), Encoding.UTF8.GetBytes(Body), new Queue<Task>());
        for (var i = 0; i < Events; i++)
        {
            if (window.Count == 512) { await window.Dequeue(); }
            var properties = new BasicProperties { MessageId = Guid.NewGuid().ToString(), ContentType = "application/json", Persistent = true };
            window.Enqueue(channel.BasicPublishAsync("tests.thing-answered.v1", "", mandatory: true, properties, body).AsTask());
        }

        while (window.TryDequeue(out var sent)) { await sent; }
        return clock.Elapsed;
    }
}
