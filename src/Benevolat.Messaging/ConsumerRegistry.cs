using MassTransit;

namespace Benevolat.Messaging;

/// <summary>The consumers of one service: each is a class <c>When&lt;Event&gt;</c> with a queue of its own.</summary>
public sealed class ConsumerRegistry
{
    private readonly List<Type> _consumers = [];

    internal IReadOnlyList<Type> Consumers => _consumers;

    /// <summary>Subscribes a consumer; its queue is named after it, for example <c>matching.when-mission-published</c>.</summary>
    public ConsumerRegistry Add<TConsumer>()
        where TConsumer : class, IConsumer
    {
        _consumers.Add(typeof(TConsumer));
        return this;
    }
}
