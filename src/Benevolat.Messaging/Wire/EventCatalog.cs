using System.Collections.Frozen;
using System.Reflection;
using Benevolat.Contracts;

namespace Benevolat.Messaging.Wire;

/// <summary>The events of the contracts by wire name, each with the queues that must stand before it is sent.</summary>
internal sealed class EventCatalog
{
    private readonly FrozenDictionary<string, string[]> _queues;

    public EventCatalog(params IEnumerable<Assembly> contracts) => _queues = contracts
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsDefined(typeof(WireNameAttribute)))
        .ToFrozenDictionary(WireNames.Of, QueuesOf, StringComparer.Ordinal);

    /// <summary>The event's queues; none for an event that nobody hears, and for one that this version doesn't know.</summary>
    public IReadOnlyList<string> QueuesOf(string wireName) => _queues.GetValueOrDefault(wireName) ?? [];

    /// <summary>The events that a service publishes: their names begin with its own.</summary>
    public IEnumerable<string> PublishedBy(string service) => _queues.Keys.Where(name => name.StartsWith($"{service}.", StringComparison.Ordinal));

    /// <summary>
    /// Whether the broker must hand the event back when it reaches no queue. Only a known event that nobody subscribed to may vanish;
    /// an unknown one comes from another version of us, and is kept until someone who knows better deals with it.
    /// </summary>
    public bool MustReachAQueue(string wireName) => !_queues.TryGetValue(wireName, out var queues) || queues.Length > 0;

    private static string[] QueuesOf(Type @event) =>
        @event.GetCustomAttribute<HeardByAttribute>()?.Services.Select(service => WireNames.Queue(service, @event)).ToArray() ?? [];
}
