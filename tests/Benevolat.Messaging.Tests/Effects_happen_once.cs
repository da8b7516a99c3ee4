using System.Collections.Concurrent;
using Benevolat.Messaging.Inbox;
using Benevolat.Messaging.Tests.Setup;
using Benevolat.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benevolat.Messaging.Tests;

public sealed class Effects_happen_once : BusFixture
{
    [Fact]
    public async Task Fifty_deliveries_of_one_event_at_the_same_time_have_one_effect()
    {
        var service = await StartAsync("alpha", consumers: Things, settings: new() { ["Messaging:Concurrency"] = "32", ["Messaging:Prefetch"] = "50" });
        await using var wire = await WireTap.ConnectAsync(VirtualHost);
        var (thing, id, last) = (Thing(), Guid.CreateVersion7(), Thing());

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => wire.SendAsync(thing, id)));
        await wire.SendAsync(last, Guid.CreateVersion7());

        await ExpectOnceAsync(service, [thing, last]);
        await Eventually.StaysAsync(async () => (await service.EffectsAsync()).Count == 2, "there is one effect of each", TimeSpan.FromSeconds(1));
        Assert.Equal(0u, await wire.DepthAsync("alpha.when-thing-happened_error"));
    }

    [Fact]
    public async Task A_handler_that_fails_twice_after_writing_has_one_effect_and_a_fresh_context_each_time()
    {
        var contexts = new ConcurrentQueue<DbContextId>();
        var script = new Script
        {
            OnThing = async (db, _) =>
            {
                await db.SaveChangesAsync(Stop); // really written, and then taken back with the transaction
                contexts.Enqueue(db.ContextId);
                if (contexts.Count <= 2) { throw new InvalidOperationException("not yet"); }
            },
        };
        var service = await StartAsync("alpha", script: script, consumers: Things);
        var thing = Thing();

        await service.PublishAsync(thing);

        await ExpectOnceAsync(service, [thing]);
        Assert.Equal(3, contexts.Distinct().Count());
    }

    [Fact]
    public async Task What_a_failed_attempt_said_is_not_heard()
    {
        var attempts = 0;
        var script = new Script
        {
            OnThing = async (db, thing) =>
            {
                db.Publish(new ThingAnswered(thing.ThingId, Interlocked.Increment(ref attempts)), thing.ThingId);
                await db.SaveChangesAsync(Stop);
                if (attempts < 3) { throw new InvalidOperationException("not yet"); }
            },
        };
        var service = await StartAsync("alpha", script: script, consumers: Things);
        var beta = await StartAsync("beta", consumers: consumers => consumers.Add<WhenThingAnswered>());

        await service.PublishAsync(Thing());

        var answer = await Eventually.GetAsync(async () => (await beta.EffectsAsync()).SingleOrDefault(), "the answer arrived");
        Assert.Equal(3, answer.Version);
        await Eventually.StaysAsync(async () => (await beta.EffectsAsync()).Count == 1, "there is one answer", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Receipts_are_kept_for_two_weeks_and_then_forgotten()
    {
        var clock = new TestClock();
        var service = await StartAsync("alpha", consumers: Things, clock: clock);
        await service.PublishAsync(Thing());
        await Eventually.TrueAsync(async () => await ReceiptsAsync(service) == 1, "the receipt is there");
        var inbox = service.Services.GetRequiredService<InboxTable>();

        clock.Advance(TimeSpan.FromDays(13));
        await service.InScopeAsync(async db => { await inbox.ForgetAsync(db, TimeSpan.FromDays(14), Stop); return 0; });
        Assert.Equal(1, await ReceiptsAsync(service));

        clock.Advance(TimeSpan.FromDays(1.1));
        await service.InScopeAsync(async db => { await inbox.ForgetAsync(db, TimeSpan.FromDays(14), Stop); return 0; });
        Assert.Equal(0, await ReceiptsAsync(service));
    }

    [Fact]
    public async Task Duplicates_are_counted()
    {
        using var meter = new Measured();
        var service = await StartAsync("alpha", consumers: Things);
        await using var wire = await WireTap.ConnectAsync(VirtualHost);
        var (thing, id) = (Thing(), Guid.CreateVersion7());

        for (var i = 0; i < 3; i++) { await wire.SendAsync(thing, id); }

        await Eventually.TrueAsync(() => Task.FromResult(meter.Sum("inbox.duplicates", service) == 2), "two duplicates were counted");
        await ExpectOnceAsync(service, [thing]);
    }

    private static Task<int> ReceiptsAsync(TestService service) => service.InScopeAsync(db => db.Set<InboxMessage>().CountAsync(Stop));
}
