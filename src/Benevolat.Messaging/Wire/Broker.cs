using RabbitMQ.Client;

namespace Benevolat.Messaging.Wire;

/// <summary>
/// The connection over which this replica publishes, apart from MassTransit's. It is opened when somebody needs it and opened anew when it
/// broke; the client's own recovery stays off, because it would hide an outage from the relay, which must know what was confirmed.
/// </summary>
internal sealed class Broker(IConfiguration configuration, ConsumerRegistry service) : IAsyncDisposable
{
    // The client delays publishers once half of its permits are taken; the relay keeps a window of its own, far below.
    private const int Permits = 65_536;

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile IConnection? _connection;

    public bool IsOpen => _connection is { IsOpen: true };

    /// <summary>A channel whose publications return once the broker has them safe.</summary>
    public async Task<IChannel> OpenChannelAsync(CancellationToken stop)
    {
        var connection = await ConnectAsync(stop);
        return await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, new ThrottlingRateLimiter(Permits)), stop);
    }

    /// <summary>
    /// Returns once the broker was reached, or when it is time to stop. For MassTransit, whose own attempts after a longer outage are half a
    /// minute apart: the relay finds the broker sooner.
    /// </summary>
    public async Task WaitUntilOpenAsync(CancellationToken stop)
    {
        while (!IsOpen && !stop.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Gives up a connection that looks open but answers nothing.</summary>
    public async Task DropAsync()
    {
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            await connection.AbortAsync(TimeSpan.FromSeconds(1));
            await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        _one.Dispose();
    }

    public static Uri Address(IConfiguration configuration) => new(configuration.GetConnectionString("rabbitmq")
        ?? throw new InvalidOperationException("ConnectionStrings__rabbitmq is not set."));

    private async Task<IConnection> ConnectAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            if (_connection is { IsOpen: true } open) { return open; }
            await DropAsync();
            return _connection = await Factory().CreateConnectionAsync(stop);
        }
        finally
        {
            _one.Release();
        }
    }

    private ConnectionFactory Factory() => new()
    {
        Uri = Address(configuration),
        ClientProvidedName = $"{service.Service} publisher",
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        HandshakeContinuationTimeout = TimeSpan.FromSeconds(5),
        ContinuationTimeout = TimeSpan.FromSeconds(10),
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
    };
}
