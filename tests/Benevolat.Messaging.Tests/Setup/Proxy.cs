using System.Net;
using System.Net.Sockets;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>A TCP way to a server that can fall silent without closing, as a broken network does.</summary>
public sealed class Proxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private volatile TaskCompletionSource _flowing = Open();

    public Proxy(int target)
    {
        _listener.Start();
        _accepting = AcceptAsync(target);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Nothing passes any more, in either direction; connections stay.</summary>
    public void Freeze() => _flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => _flowing.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Thaw();
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync(int target)
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, target, _stop.Token);
            _ = Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client)).ContinueWith(_ => { client.Dispose(); server.Dispose(); }, TaskScheduler.Default);
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.GetStream().ReadAsync(buffer, _stop.Token)) > 0;)
        {
            await _flowing.Task;
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
