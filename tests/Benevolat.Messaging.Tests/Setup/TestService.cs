using Benevolat.Contracts;
using Benevolat.Messaging.Outbox;
using Benevolat.Messaging.Wire;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>One replica of a service that has nothing but messaging, composed as the real ones are.</summary>
public sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestService(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    internal Relay Relay => Services.GetRequiredService<Relay>();

    internal MessagingMetrics Metrics => Services.GetRequiredService<MessagingMetrics>();

    /// <summary>Waits that suit tests: what takes minutes in production takes a moment.</summary>
    public static Dictionary<string, string?> Quick => new()
    {
        ["Messaging:FirstRetry"] = "00:00:00.050",
        ["Messaging:LongestRetry"] = "00:00:00.200",
        ["Messaging:LongestBackOff"] = "00:00:01",
        ["Messaging:Retries:0"] = "00:00:00.050",
        ["Messaging:Retries:1"] = "00:00:00.050",
        ["Messaging:Retries:2"] = "00:00:00.100",
    };

    public static async Task<TestService> StartAsync(
        string name, string database, Uri broker, Script? script = null, Action<ConsumerRegistry>? consumers = null,
        Dictionary<string, string?>? settings = null, Uri? identity = null, TimeProvider? clock = null, bool ready = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Quick).AddInMemoryCollection(settings ?? []).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:testdb"] = database,
            ["ConnectionStrings:rabbitmq"] = broker.AbsoluteUri,
            ["services:identity:http:0"] = identity?.AbsoluteUri.TrimEnd('/'),
        });
        if (clock is not null) { builder.Services.AddSingleton(clock); }
        builder.Services.AddSingleton(script ?? new Script());
        builder.AddServiceDefaults();
        builder.AddApiDefaults<TestService>(audience: "matching");
        builder.AddDatabase<TestDb>("testdb");
        builder.AddMessaging<TestDb>(name, consumers);
        builder.Services.AddSingleton(new EventCatalog(typeof(IEvent).Assembly, typeof(ThingHappened).Assembly));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseApiDefaults();
        app.MapMessagingOps<TestDb>();
        await app.StartAsync();

        var service = new TestService(app);
        if (ready) { await Eventually.TrueAsync(service.IsReadyAsync, $"{name} is ready"); }
        return service;
    }

    public HttpClient As(Caller? caller, TestIdentity identity)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        if (caller is not null) { client.DefaultRequestHeaders.Authorization = new("Bearer", identity.Sign(caller.Subject, caller.Scopes, caller.Roles)); }
        return client;
    }

    public async Task<bool> IsReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    public async Task<T> InScopeAsync<T>(Func<TestDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TestDb>());
    }

    public Task PublishAsync(params IEnumerable<IEvent> events) => InScopeAsync(db =>
    {
        foreach (var @event in events) { Publish(db, @event); }
        return db.SaveChangesAsync();
    });

    public Task<List<Effect>> EffectsAsync() => InScopeAsync(db => db.Effects.AsNoTracking().OrderBy(effect => effect.Id).ToListAsync());

    public Task<List<OutboxMessage>> OutboxAsync() => InScopeAsync(db => db.Set<OutboxMessage>().AsNoTracking().OrderBy(row => row.Position).ToListAsync());

    public Task EmptiesOutboxAsync(TimeSpan? patience = null) =>
        Eventually.TrueAsync(async () => !await InScopeAsync(db => db.Set<OutboxMessage>().AnyAsync()), "the outbox is empty", patience);

    public Task StopAsync() => _app.StopAsync();

    /// <summary>Leaves messages where they are.</summary>
    public Task StopConsumersAsync() => Services.GetRequiredService<IBusControl>().StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void Publish(TestDb db, IEvent @event)
    {
        switch (@event)
        {
            case ThingHappened happened: db.Publish(happened, happened.ThingId); break;
            case ThingAnswered answered: db.Publish(answered, answered.ThingId); break;
            case ThingForgotten forgotten: db.Publish(forgotten, forgotten.ThingId); break;
            default: throw new ArgumentOutOfRangeException(nameof(@event));
        }
    }
}
