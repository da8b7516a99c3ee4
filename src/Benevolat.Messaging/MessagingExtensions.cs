using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Messaging;

/// <summary>The bus of a service: RabbitMQ through MassTransit, with outbox and inbox in the service's own database.</summary>
public static class MessagingExtensions
{
    /// <summary>Needs <c>ConnectionStrings:rabbitmq</c>, an amqp URI.</summary>
    /// <param name="service">Prefix of the queues, for example <c>matching</c>.</param>
    public static IHostApplicationBuilder AddMessaging<TDb>(this IHostApplicationBuilder builder, string service, Action<ConsumerRegistry>? consumers = null)
        where TDb : DbContext
    {
        var registry = new ConsumerRegistry();
        consumers?.Invoke(registry);
        builder.Services.AddMassTransit(bus =>
        {
            foreach (var consumer in registry.Consumers) { bus.AddConsumer(consumer); }
            bus.UsingRabbitMq((context, rabbit) => rabbit.Host(builder.Configuration.GetConnectionString("rabbitmq")));
        });
        return builder;
    }

    /// <summary>Operators' endpoints of this service's queues and outbox: <c>/api/v1/ops/…</c>, scope <c>ops</c>.</summary>
    public static IEndpointRouteBuilder MapMessagingOps<TDb>(this IEndpointRouteBuilder endpoints)
        where TDb : DbContext => endpoints;
}
