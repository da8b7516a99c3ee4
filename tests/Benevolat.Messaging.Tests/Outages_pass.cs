using System.Diagnostics;
using Benevolat.Local.Servers;
using Benevolat.Messaging.Tests.Setup;
using Benevolat.Testing;

namespace Benevolat.Messaging.Tests;

/// <summary>Servers of this test's own, which it may kill.</summary>
public sealed class Outages_pass : BusFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("benevolat-outage-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task While_the_broker_is_down_writes_go_on_the_relay_keeps_calm_and_afterwards_nothing_is_lost()
    {
        await using var broker = new NativeRabbitMq(Path.Combine(_folder, "rabbit"), management: false);
        await broker.StartAsync(Stop);
        var service = await StartAsync("alpha", consumers: Things, broker: new Uri(broker.Uri));
        var before = Enumerable.Range(0, 100).Select(_ => Thing()).ToList();
        await service.PublishAsync(before);
        await ExpectOnceAsync(service, before);

        await Task.Delay(TimeSpan.FromSeconds(2), Stop); // RabbitMQ 3.10 forgets queues that were declared in the half second before its death
        await broker.KillAsync();
        await Eventually.TrueAsync(async () => !await service.IsReadyAsync(), "the service is unready");
        var (turns, cpu) = (service.Relay.Turns, Process.GetCurrentProcess().TotalProcessorTime);
        var (clock, during) = (Stopwatch.StartNew(), new List<ThingHappened>());
        while (clock.Elapsed < TimeSpan.FromSeconds(15))
        {
            var thing = Thing();
            await service.PublishAsync(thing); // each commit would wake the relay
            during.Add(thing);
            await Task.Delay(TimeSpan.FromMilliseconds(20), Stop);
        }

        var attempts = service.Relay.Turns - turns;
        TestContext.Current.SendDiagnosticMessage(
            $"{during.Count} writes and {attempts} attempts in 15 s, {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.0} s of CPU (all tests of the process)");
        Assert.InRange(attempts, 1, 40); // a back-off of at most 1 s, halved by jitter at worst
        Assert.All(await service.OutboxAsync(), row => Assert.Equal((0, null), (row.Attempts, row.ParkedAt))); // nobody's fault

        await broker.StartAsync(Stop);
        await service.EmptiesOutboxAsync(TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(service.IsReadyAsync, "the service is ready again", TimeSpan.FromSeconds(60));
        await ExpectOnceAsync(service, [.. before, .. during], TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_database_may_be_killed_and_restarted_and_no_event_is_blamed_for_it()
    {
        var postgres = new NativePostgres(Path.Combine(_folder, "postgres"));
        await postgres.StartAsync(Stop);
        try
        {
            var service = await StartAsync("alpha", await CreateTablesAsync(postgres.ConnectionString()), consumers: Things);
            await using var tap = await WireTap.ConnectAsync(VirtualHost);
            var committed = new List<ThingHappened>();
            using var enough = new CancellationTokenSource();
            var writing = WriteAsync(service, committed, enough.Token);
            await Eventually.TrueAsync(() => Task.FromResult(committed.Count > 100), "work is under way");

            await postgres.KillAsync();
            await tap.SendAsync(Thing(Guid.Empty), Guid.CreateVersion7()); // comes while there is no database
            var turns = service.Relay.Turns;
            await Task.Delay(TimeSpan.FromSeconds(5), Stop);
            Assert.InRange(service.Relay.Turns - turns, 1, 25);
            await postgres.StartAsync(Stop);

            var sofar = committed.Count;
            await Eventually.TrueAsync(() => Task.FromResult(committed.Count > sofar + 100), "work goes on");
            await enough.CancelAsync();
            await writing;
            await service.EmptiesOutboxAsync();
            var expected = committed.Select(thing => thing.ThingId).Append(Guid.Empty).ToList();
            await Eventually.TrueAsync(async () => !expected.Except((await service.EffectsAsync()).Select(effect => effect.ThingId)).Any(), "all took effect");
            Assert.Distinct((await service.EffectsAsync()).Select(effect => effect.ThingId));
            Assert.Equal(0u, await tap.DepthAsync("alpha.when-thing-happened_error"));
        }
        finally
        {
            await postgres.DeleteAsync();
        }
    }

    [Fact]
    public async Task A_broker_that_falls_silent_without_closing_is_given_up_and_found_again()
    {
        await using var proxy = new Proxy(VirtualHost.Port);
        var throughProxy = new UriBuilder(VirtualHost) { Host = "127.0.0.1", Port = proxy.Port }.Uri;
        var service = await StartAsync("origin", broker: throughProxy, settings: new() { ["Messaging:PublishTimeout"] = "00:00:00.500" });
        await using var tap = await WireTap.ConnectAsync(VirtualHost);
        await service.PublishAsync(Thing());
        await service.EmptiesOutboxAsync();

        proxy.Freeze();
        await service.PublishAsync(Enumerable.Range(0, 10).Select(_ => Thing()));
        await Eventually.TrueAsync(async () => !await service.IsReadyAsync(), "the service noticed");
        await Eventually.TrueAsync(async () => (await service.OutboxAsync()).Count == 10, "the events are back");
        Assert.All(await service.OutboxAsync(), row => Assert.Equal(0, row.Attempts));
        proxy.Thaw();

        await service.EmptiesOutboxAsync();
        await Eventually.TrueAsync(service.IsReadyAsync, "the service is ready again");
        Assert.True(await tap.DepthAsync("alpha.when-thing-happened") >= 11);
    }

    private static async Task WriteAsync(TestService service, List<ThingHappened> committed, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var thing = Thing();
            try
            {
                await service.PublishAsync(thing);
                committed.Add(thing);
            }
            catch (Exception exception) when (exception is Npgsql.NpgsqlException or Microsoft.EntityFrameworkCore.DbUpdateException or InvalidOperationException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None); // the client of a request that failed tries another
            }
        }
    }
}
