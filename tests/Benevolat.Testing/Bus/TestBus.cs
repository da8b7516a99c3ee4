using System.Collections.Concurrent;
using System.Text.Json;
using Benevolat.Contracts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Benevolat.Testing.Bus;

/// <summary>The other services, as seen from the wire: publishes their events and hears what the service under test says.</summary>
public sealed class TestBus : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Type, byte[] Body)> _heard = new();
    private IConnection _connection = null!;
    private IChannel _channel = null!;
    private string _ear = null!;

    public static async Task<TestBus> ConnectAsync(Uri virtualHost)
    {
        var bus = new TestBus();
        bus._connection = await new ConnectionFactory { Uri = virtualHost, ClientProvidedName = "test-bus" }.CreateConnectionAsync();
        bus._channel = await bus._connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        bus._ear = (await bus._channel.QueueDeclareAsync()).QueueName;
        var consumer = new AsyncEventingBasicConsumer(bus._channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            bus._heard.Enqueue((delivery.Exchange, delivery.Body.ToArray()));
            return Task.CompletedTask;
        };
        await bus._channel.BasicConsumeAsync(bus._ear, autoAck: true, consumer);
        foreach (var type in typeof(IEvent).Assembly.GetExportedTypes().Where(type => type.IsClass && typeof(IEvent).IsAssignableFrom(type)))
        {
            await bus._channel.ExchangeDeclareAsync(WireNames.Of(type), ExchangeType.Fanout, durable: true);
            await bus._channel.QueueBindAsync(bus._ear, WireNames.Of(type), "");
        }

        return bus;
    }

    /// <summary>Sends an event as another service's relay would. Give the same id twice for a redelivery.</summary>
    public async Task PublishAsync<TEvent>(TEvent @event, Guid? messageId = null)
        where TEvent : class, IEvent
    {
        var properties = new BasicProperties
        {
            MessageId = (messageId ?? Guid.CreateVersion7()).ToString(),
            Type = WireNames.Of(typeof(TEvent)),
            ContentType = "application/json",
            Persistent = true,
        };
        await _channel.BasicPublishAsync(WireNames.Of(typeof(TEvent)), "", mandatory: false, properties, JsonSerializer.SerializeToUtf8Bytes(@event, JsonConventions.Tolerant));
    }

    /// <summary>All events of one type heard so far, in order of arrival.</summary>
    public IReadOnlyList<TEvent> Heard<TEvent>()
        where TEvent : class, IEvent =>
        [.. _heard.Where(message => message.Type == WireNames.Of(typeof(TEvent))).Select(message => JsonSerializer.Deserialize<TEvent>(message.Body, JsonConventions.Tolerant)!)];

    /// <summary>Everything heard, as text: to look for what must never be on the bus.</summary>
    public IEnumerable<(string Type, string Json)> Everything => _heard.Select(message => (message.Type, System.Text.Encoding.UTF8.GetString(message.Body)));

    /// <summary>Waits for the first event that fits.</summary>
    public Task<TEvent> HearAsync<TEvent>(Func<TEvent, bool> fits)
        where TEvent : class, IEvent =>
        Eventually.GetAsync(() => Task.FromResult(Heard<TEvent>().FirstOrDefault(fits)), $"{typeof(TEvent).Name} was heard");

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
