using Benevolat.Messaging.Outbox;
using Benevolat.Messaging.Tests.Setup;
using Benevolat.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Benevolat.Messaging.Tests;

public sealed class The_meter_tells : BusFixture
{
    [Fact]
    public async Task How_much_left_and_how_long_it_took()
    {
        using var measured = new Measured();
        var service = await StartAsync("origin");

        await service.PublishAsync(Enumerable.Range(0, 7).Select(_ => Thing()));
        await service.EmptiesOutboxAsync();

        Assert.Equal(7, measured.Sum("outbox.published", service));
        Assert.Equal(7, measured.Count("outbox.lag", service));
        Assert.InRange(measured.Sum("outbox.lag", service), 0.001, 30);
        Assert.Equal(0, measured.Sum("outbox.failed", service));
    }

    [Fact]
    public async Task How_much_waits_since_when_and_what_was_given_up_on()
    {
        using var measured = new Measured();
        var clock = new TestClock();
        var database = await CreateDatabaseAsync();
        var service = await StartAsync("origin", database, broker: new Uri("amqp://guest:guest@127.0.0.1:9"), clock: clock, ready: false);
        await service.PublishAsync(Thing(), Thing(), Thing());
        await Sql.ExecuteAsync(database, "UPDATE messaging.outbox SET parked_at = now() WHERE position = (SELECT max(position) FROM messaging.outbox)");
        clock.Advance(TimeSpan.FromMinutes(2));

        service.Metrics.Backlog = await BacklogWatch.CountAsync(service.Services.GetRequiredService<NpgsqlDataSource>(), clock, Stop);

        Assert.Equal(2, measured.Gauge("outbox.pending", service));
        Assert.Equal(1, measured.Gauge("outbox.parked", service));
        Assert.InRange(measured.Gauge("outbox.oldest_age", service), 119, 150);
    }
}
