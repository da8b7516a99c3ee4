namespace Benevolat.Contracts;

/// <summary>
/// Names every service that consumes the event. Whoever publishes it makes sure that their queues stand first, so that nothing is lost
/// when the publisher starts before a subscriber ever did. A service that is not named here can't subscribe; an event without the
/// attribute is dropped by the broker while nobody binds a queue to its exchange.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HeardByAttribute(params string[] services) : Attribute
{
    public IReadOnlyList<string> Services { get; } = services;
}
