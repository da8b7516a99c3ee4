using System.Net.Sockets;
using System.Text;

namespace Benevolat.Testing;

/// <summary>Sends a body of unannounced length piece by piece over one plain connection, and looks at the answer only when told to.</summary>
public sealed class ChunkedSender : IAsyncDisposable
{
    private readonly TcpClient _tcp = new() { NoDelay = true };
    private readonly StringBuilder _answer = new();
    private NetworkStream _stream = null!;

    private ChunkedSender()
    {
    }

    /// <param name="headers">Whole lines, each with its line break.</param>
    public static async Task<ChunkedSender> PostAsync(Uri address, string path, string headers = "")
    {
        ArgumentNullException.ThrowIfNull(address);
        var sender = new ChunkedSender();
        await sender._tcp.ConnectAsync(address.Host, address.Port);
        sender._stream = sender._tcp.GetStream();
        await sender.WriteAsync($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}Transfer-Encoding: chunked\r\n\r\n");
        return sender;
    }

    /// <summary>One chunk of blanks: the beginning of any JSON.</summary>
    public Task SendAsync(int bytes) => WriteAsync($"{bytes:x}\r\n{new string(' ', bytes)}\r\n");

    public Task EndAsync() => WriteAsync("0\r\n\r\n");

    /// <summary>A second request on the same connection.</summary>
    public Task GetAsync(string path) => WriteAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    /// <summary>Everything answered up to and including these words, which the next call no longer sees.</summary>
    /// <exception cref="EndOfStreamException">The other side closed the connection before.</exception>
    public async Task<string> ReadUntilAsync(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var buffer = new byte[4096];
        int found;
        while ((found = _answer.ToString().IndexOf(words, StringComparison.Ordinal)) < 0)
        {
            var read = await _stream.ReadAsync(buffer).AsTask().WaitAsync(Eventually.Patience);
            if (read == 0) { throw new EndOfStreamException($"No “{words}” in: {_answer}"); }
            _answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        var seen = _answer.ToString(0, found + words.Length);
        _answer.Remove(0, seen.Length);
        return seen;
    }

    public ValueTask DisposeAsync()
    {
        _tcp.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(string text) => await _stream.WriteAsync(Encoding.ASCII.GetBytes(text));
}
