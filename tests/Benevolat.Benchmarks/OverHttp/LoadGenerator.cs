using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Benevolat.Benchmarks.Measuring;

namespace Benevolat.Benchmarks.OverHttp;

/// <summary>What a load of requests met.</summary>
/// <param name="Bytes">Mean length of a body.</param>
/// <param name="Failed">Answers other than 200.</param>
internal sealed record LoadResult(int Requests, double PerSecond, double P50, double P99, double Bytes, int Failed);

/// <summary>
/// A closed loop: so many connections, each sending its next request when the answer has come. Plain sockets, because on a machine of
/// two cores whatever the client takes is missing to the servers.
/// </summary>
internal static class LoadGenerator
{
    /// <param name="targets">Paths with their queries, asked one after the other, each connection beginning elsewhere.</param>
    public static async Task<LoadResult> RunAsync(Uri server, IReadOnlyList<string> targets, int connections, TimeSpan time, CancellationToken stop)
    {
        byte[][] requests = [.. targets.Select(target => Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: application/json\r\n\r\n"))];
        var clock = Stopwatch.StartNew();
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(
            () => AskAsync(server, requests, number * requests.Length / connections, () => clock.Elapsed < time, stop), stop)));
        var seconds = clock.Elapsed.TotalSeconds;
        var milliseconds = clients.SelectMany(client => client.Milliseconds).ToList();
        return new(
            milliseconds.Count, milliseconds.Count / seconds, Percentiles.Of(milliseconds, 50), Percentiles.Of(milliseconds, 99),
            clients.Sum(client => client.Bytes) / Math.Max(1.0, milliseconds.Count), clients.Sum(client => client.Failed));
    }

    private static async Task<Client> AskAsync(Uri server, byte[][] requests, int first, Func<bool> goOn, CancellationToken stop)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, stop);
        var reader = new AnswerReader(socket);
        var client = new Client();
        for (var i = first; goOn(); i++)
        {
            var started = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[i % requests.Length], stop);
            var (status, length) = await reader.ReadAsync(stop);
            client.Milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            client.Bytes += length;
            if (status != 200) { client.Failed++; }
        }

        return client;
    }

    private sealed class Client
    {
        public List<double> Milliseconds { get; } = new(1 << 14);
        public long Bytes { get; set; }
        public int Failed { get; set; }
    }
}
