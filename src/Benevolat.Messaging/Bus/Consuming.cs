using Benevolat.Messaging.Inbox;
using Benevolat.Messaging.Wire;
using Benevolat.ServiceDefaults.Health;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Benevolat.Messaging.Bus;

/// <summary>The receiving side: MassTransit, one quorum queue per consumer, nothing else of it. Sending is the relay's.</summary>
internal static class Consuming
{
    public static void AddConsuming(this IServiceCollection services, ConsumerRegistry registry)
    {
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(10);
            host.StopTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(check =>
            {
                check.Name = "consumers";
                check.Tags.Add(HealthExtensions.Ready);
            });
            foreach (var subscription in registry.Subscriptions.Values) { bus.AddConsumer(subscription.Consumer); }
            bus.UsingRabbitMq((context, rabbit) => Configure(rabbit, context, registry));
        });
    }

    private static void Configure(IRabbitMqBusFactoryConfigurator rabbit, IBusRegistrationContext context, ConsumerRegistry registry)
    {
        var broker = context.GetRequiredService<Broker>();
        var stop = context.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        rabbit.Host(Broker.Address(context.GetRequiredService<IConfiguration>()), $"{registry.Service} consumers",
            host => host.OnRefreshConnectionFactory = _ => broker.WaitUntilOpenAsync(stop));
        rabbit.MessageTopology.SetEntityNameFormatter(new WireNameFormatter(rabbit.MessageTopology.EntityNameFormatter));
        rabbit.AddDeserializer(new EventReader(), isDefault: true);
        rabbit.SendTopology.ConfigureErrorSettings = RemoveWorkArguments;
        foreach (var (queue, subscription) in registry.Subscriptions)
        {
            rabbit.ReceiveEndpoint(queue, endpoint => Configure(endpoint, queue, subscription, context));
        }
    }

    private static void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, string queue, Subscription subscription, IBusRegistrationContext context)
    {
        var options = context.GetRequiredService<IOptions<MessagingOptions>>().Value;
        endpoint.SetQuorumQueue();
        foreach (var (key, value) in Topology.QueueArguments(queue)) { endpoint.SetQueueArgument(key, value); }
        endpoint.PrefetchCount = options.Prefetch;
        endpoint.ConcurrentMessageLimit = options.Concurrency;
        endpoint.PublishFaults = false; // they carry the message: the error queue is enough

        // While the database is away no event is at fault: wait for it, however long, instead of filling the error queue.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(DatabaseAway.Explains);
            retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(DatabaseAway.Explains);
            retry.Intervals(options.RetriesOrDefault);
        });
        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context); // inside the retries: each attempt has a scope and a transaction of its own
        endpoint.ConfigureConsumer(context, subscription.Consumer);
    }

    /// <summary>MassTransit gives the error queue what the queue has; dead letters of an error queue would go round in circles.</summary>
    private static void RemoveWorkArguments(IRabbitMqQueueBindingConfigurator errorQueue)
    {
        foreach (var key in Topology.QueueArguments("").Keys.Except(Topology.ErrorQueueArguments.Keys)) { errorQueue.SetQueueArgument(key, null!); }
    }
}
