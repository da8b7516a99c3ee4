using Benevolat.Messaging.Wire;
using RabbitMQ.Client;

namespace Benevolat.Messaging.Outbox;

/// <summary>The relay's channel, opened anew when it broke, and what was declared over it.</summary>
internal sealed class PublishingChannel(Broker broker, EventCatalog events, ConsumerRegistry service) : IAsyncDisposable
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private IChannel? _channel;
    private bool _prepared;

    public bool BrokerIsOpen => broker.IsOpen;

    /// <summary>The broker is there, but it closed the channel: somebody's message displeased it.</summary>
    public bool WasClosedOnUs => broker.IsOpen && _channel is not { IsOpen: true };

    /// <summary>
    /// Makes sure of a connection, throws while the broker is away. On a new one it declares what this service's events need before there are
    /// any: RabbitMQ 3.10 forgets a queue and all that it confirmed when it is killed within half a second of the queue's declaration.
    /// </summary>
    public async Task PrepareAsync(CancellationToken stop)
    {
        await OpenAsync(stop);
        if (_prepared) { return; }
        foreach (var type in events.PublishedBy(service.Service)) { await TryDeclareAsync(type); } // a refusal is told when it stops an event
        _prepared = true;
    }

    public async Task<IChannel> OpenAsync(CancellationToken stop)
    {
        if (_channel is { IsOpen: true } open) { return open; }

        // After an outage the broker may be another one, or empty: what we declared on the old connection says nothing any more.
        if (!broker.IsOpen)
        {
            ForgetDeclarations();
            _prepared = false;
        }

        await CloseAsync();
        return _channel = await broker.OpenChannelAsync(stop);
    }

    /// <summary>Makes the event's exchange and queues stand, once.</summary>
    /// <returns>Why the broker, though there, refuses; null when all stands.</returns>
    public async Task<Exception?> TryDeclareAsync(string type)
    {
        if (_declared.Contains(type)) { return null; }
        try
        {
            await Topology.DeclareAsync(await OpenAsync(CancellationToken.None), type, events.QueuesOf(type), CancellationToken.None);
            _declared.Add(type);
            return null;
        }
        catch (Exception exception) when (broker.IsOpen)
        {
            return exception;
        }
    }

    /// <summary>The event came back: its queues are gone.</summary>
    public void ForgetDeclaration(string type) => _declared.Remove(type);

    public void ForgetDeclarations() => _declared.Clear();

    public async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _channel, null) is { } channel) { await channel.DisposeAsync(); }
    }

    /// <summary>Gives up the whole connection, which looks open and answers nothing.</summary>
    public Task GiveUpAsync() => broker.DropAsync();

    public async ValueTask DisposeAsync() => await CloseAsync();
}
