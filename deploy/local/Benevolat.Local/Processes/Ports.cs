using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Benevolat.Local.Processes;

/// <summary>Free TCP ports on the loopback address.</summary>
public static class Ports
{
    // Below the range the kernel hands to outgoing connections (32768 up): a server that is killed and restarted
    // would otherwise find that some client's socket has taken its port meanwhile.
    private const int First = 20_000;
    private const int Last = 32_767;

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port nobody listens on and which this process hasn't given away before.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last + 1);
            if (Given.TryAdd(port, true) && IsFree(port)) { return port; }
        }
    }

    /// <summary>The wanted port, or the next free one above it.</summary>
    public static int FreeFrom(int wanted)
    {
        for (var port = wanted; port <= IPEndPoint.MaxPort; port++)
        {
            if (IsFree(port)) { return port; }
        }

        throw new InvalidOperationException($"No port is free from {wanted} up.");
    }

    /// <summary>Whether a server could listen here now, on any address.</summary>
    public static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Any, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
