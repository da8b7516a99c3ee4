using System.Reflection;
using Benevolat.Contracts;
using MassTransit;

namespace Benevolat.Messaging;

/// <summary>The consumers of one service: each is a class <c>When&lt;Event&gt;</c> with a queue of its own.</summary>
public sealed class ConsumerRegistry
{
    private readonly Dictionary<string, Subscription> _subscriptions = new(StringComparer.Ordinal);

    internal ConsumerRegistry(string service) => Service = service;

    internal string Service { get; }

    /// <summary>By queue.</summary>
    internal IReadOnlyDictionary<string, Subscription> Subscriptions => _subscriptions;

    /// <summary>Subscribes a consumer; its queue is named after the event, for example <c>matching.when-mission-published</c>.</summary>
    /// <exception cref="InvalidOperationException">The event's contract doesn't name this service, or another consumer has its queue.</exception>
    public ConsumerRegistry Add<TConsumer>()
        where TConsumer : class, IConsumer
    {
        var subscription = Read(typeof(TConsumer));
        var heardBy = subscription.Event.GetCustomAttribute<HeardByAttribute>()?.Services ?? [];
        if (!heardBy.Contains(Service, StringComparer.Ordinal))
        {
            throw new InvalidOperationException(
                $"{typeof(TConsumer).Name} would miss events from before its first start: add \"{Service}\" to [HeardBy] of {subscription.Event.Name}.");
        }

        if (!_subscriptions.TryAdd(WireNames.Queue(Service, subscription.Event), subscription))
        {
            throw new InvalidOperationException($"{Service} has two consumers of {subscription.Event.Name}: make them one, they would share a queue.");
        }

        return this;
    }

    private static Subscription Read(Type consumer)
    {
        var events = consumer.GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(type => type.GetGenericArguments()[0])
            .ToList();
        return events is [var @event]
            ? new Subscription(consumer, @event)
            : throw new InvalidOperationException($"{consumer.Name} must consume one event, not {events.Count}.");
    }
}

/// <summary>A consumer and the event it hears.</summary>
internal sealed record Subscription(Type Consumer, Type Event);
