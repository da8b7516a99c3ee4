using System.Text;
using System.Text.Json;
using Benevolat.ServiceDefaults.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>The broker as seen by somebody who is neither relay nor consumer.</summary>
public sealed class WireTap : IAsyncDisposable
{
    private readonly IConnection _connection;

    private WireTap(IConnection connection) => _connection = connection;

    public static async Task<WireTap> ConnectAsync(Uri broker) =>
        new(await new ConnectionFactory { Uri = broker, ClientProvidedName = "test" }.CreateConnectionAsync());

    public async Task<T> OnChannelAsync<T>(Func<IChannel, Task<T>> work)
    {
        await using var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(true, true, new ThrottlingRateLimiter(65_536)));
        return await work(channel);
    }

    /// <summary>Messages ready in a queue; 0 when there is no such queue.</summary>
    public async Task<uint> DepthAsync(string queue)
    {
        try
        {
            return await OnChannelAsync(channel => channel.MessageCountAsync(queue));
        }
        catch (OperationInterruptedException)
        {
            return 0;
        }
    }

    public Task<BasicGetResult?> GetAsync(string queue) => OnChannelAsync(channel => channel.BasicGetAsync(queue, autoAck: true));

    public Task SendAsync(ThingHappened @event, Guid id) =>
        SendAsync(WireNames.Of(typeof(ThingHappened)), JsonSerializer.SerializeToUtf8Bytes(@event, JsonConventions.Tolerant), id);

    public Task SendAsync(string exchange, string body, Guid id) => SendAsync(exchange, Encoding.UTF8.GetBytes(body), id);

    private Task<int> SendAsync(string exchange, byte[] body, Guid id) => OnChannelAsync(async channel =>
    {
        var properties = new BasicProperties { MessageId = id.ToString(), Type = exchange, ContentType = "application/json", Persistent = true };
        await channel.BasicPublishAsync(exchange, "", mandatory: true, properties, body);
        return 0;
    });

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
