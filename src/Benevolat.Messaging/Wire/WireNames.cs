using System.Reflection;
using Benevolat.Contracts;

namespace Benevolat.Messaging;

/// <summary>Names on the broker. They come from <see cref="WireNameAttribute"/>, never from a CLR name, so code may be renamed.</summary>
public static class WireNames
{
    /// <summary>The exchange and message type of an event.</summary>
    public static string Of(Type @event) => @event.GetCustomAttribute<WireNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{@event.Name} has no [WireName].");

    /// <summary>The queue in which a service hears an event: <c>matching.when-mission-published</c>.</summary>
    public static string Queue(string service, Type @event)
    {
        var parts = Of(@event).Split('.');
        return parts is [_, .., var name, var version]
            ? $"{service}.when-{name}{(version == "v1" ? "" : $"-{version}")}"
            : throw new InvalidOperationException($"The wire name of {@event.Name} must look like missions.mission-published.v1.");
    }

    /// <summary>Where a message of the queue waits for an operator after its last retry. The suffix is MassTransit's.</summary>
    public static string ErrorQueue(string queue) => $"{queue}_error";
}
