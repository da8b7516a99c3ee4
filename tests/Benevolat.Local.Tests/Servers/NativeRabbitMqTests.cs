using System.Text;
using Benevolat.Local.Servers;
using RabbitMQ.Client;

namespace Benevolat.Local.Tests.Servers;

public sealed class NativeRabbitMqTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly NativeRabbitMq _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public NativeRabbitMqTests() => _server = new NativeRabbitMq(_folder.Below("rabbitmq"));

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Confirmed_messages_in_a_quorum_queue_survive_a_kill_and_a_restart()
    {
        await PublishAsync(_server, "first");
        await _server.RestartAsync(Stop);   // RabbitMQ 3.10 forgets a quorum queue when killed within half a second of its declaration
        await PublishAsync(_server, "second");

        await _server.KillAsync();
        await _server.StartAsync(Stop);

        Assert.Equal(["first", "second"], await TakeAsync(_server, 2));
    }

    [Fact]
    public async Task Two_nodes_run_side_by_side_with_queues_and_management_of_their_own()
    {
        await using var other = new NativeRabbitMq(_folder.Below("other"));
        await other.StartAsync(Stop);
        await PublishAsync(_server, "here");
        await PublishAsync(other, "there");

        Assert.Equal(["here"], await TakeAsync(_server, 1));
        Assert.Equal(["there"], await TakeAsync(other, 1));
        Assert.NotEqual(_server.ManagementUri, other.ManagementUri);
    }

    private static async Task<IChannel> ChannelAsync(NativeRabbitMq server)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(server.Uri) }.CreateConnectionAsync(Stop);
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Stop);
        await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: Stop);
        return channel;
    }

    private static async Task PublishAsync(NativeRabbitMq server, string text)
    {
        await using var channel = await ChannelAsync(server);
        await channel.BasicPublishAsync(string.Empty, "kept", mandatory: true, Encoding.UTF8.GetBytes(text), Stop);
    }

    private static async Task<IReadOnlyList<string>> TakeAsync(NativeRabbitMq server, int count)
    {
        await using var channel = await ChannelAsync(server);
        var taken = new List<string>();
        while (taken.Count < count && await channel.BasicGetAsync("kept", autoAck: true, Stop) is { } message)
        {
            taken.Add(Encoding.UTF8.GetString(message.Body.Span));
        }

        return taken;
    }
}
