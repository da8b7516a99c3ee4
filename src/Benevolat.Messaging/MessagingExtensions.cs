using Benevolat.Contracts;
using Benevolat.Messaging.Bus;
using Benevolat.Messaging.Inbox;
using Benevolat.Messaging.Ops;
using Benevolat.Messaging.Outbox;
using Benevolat.Messaging.Wire;
using Benevolat.ServiceDefaults.Health;
using Benevolat.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Benevolat.Messaging;

/// <summary>The bus of a service: RabbitMQ, with outbox and inbox in the service's own database.</summary>
public static class MessagingExtensions
{
    /// <summary>Needs <c>ConnectionStrings:rabbitmq</c>, an amqp URI, and <c>AddDatabase</c> of the same <typeparamref name="TDb"/>.</summary>
    /// <param name="service">Prefix of the queues, for example <c>matching</c>.</param>
    public static IHostApplicationBuilder AddMessaging<TDb>(
        this IHostApplicationBuilder builder, string service, Action<ConsumerRegistry>? consumers = null)
        where TDb : DbContext
    {
        var registry = new ConsumerRegistry(service);
        consumers?.Invoke(registry);

        var services = builder.Services;
        services.Configure<MessagingOptions>(builder.Configuration.GetSection("Messaging"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(registry);
        services.AddSingleton(new EventCatalog(typeof(IEvent).Assembly));
        services.AddSingleton<Broker>().AddSingleton<MessagingMetrics>().AddSingleton<ErrorQueues>();
        services.AddScoped(scope => new ServiceDb(scope.GetRequiredService<TDb>()));
        services.AddSingleton<RelaySignal>().AddSingleton<RelayWaker>();
        services.ConfigureDbContext<TDb>((scope, options) => options.AddInterceptors(scope.GetRequiredService<RelayWaker>()));
        services.AddSingleton<Envelopes>().AddSingleton<OutboxTable>().AddSingleton<OutboxReader>().AddSingleton<PublishingChannel>().AddSingleton<Publisher>().AddSingleton<Relay>();
        services.AddSingleton<InboxTable>().AddScoped(typeof(InboxFilter<>));
        services.AddHostedService(host => host.GetRequiredService<Relay>()).AddHostedService<BacklogWatch>().AddHostedService<InboxSweep>();
        services.AddHealthChecks().AddCheck<BrokerCheck>("bus", tags: [HealthExtensions.Ready]);

        // After the relay, so that at shutdown consumers stop first and the relay still sends what they wrote.
        if (registry.Subscriptions.Count > 0) { services.AddConsuming(registry); }
        return builder;
    }

    /// <summary>Operators' endpoints of this service's queues and outbox: <c>/api/v1/ops/…</c>, scope <c>ops</c>.</summary>
    public static IEndpointRouteBuilder MapMessagingOps<TDb>(this IEndpointRouteBuilder endpoints)
        where TDb : DbContext
    {
        var ops = endpoints.MapGroup("/api/v1/ops").WithTags("Operations").RequireAuthorization(Policies.Operator);
        ListQueues.Map(ops);
        RedriveQueue.Map(ops);
        ShowOutbox.Map(ops);
        ReplayParked.Map(ops);
        return endpoints;
    }
}
