using System.Buffers.Text;
using System.Net.Sockets;

namespace Benevolat.Benchmarks.OverHttp;

/// <summary>Reads answers of HTTP/1.1 from a connection: just enough to know the status and where each ends, at almost no cost.</summary>
internal sealed class AnswerReader(Socket socket)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <returns>The status and the length of the body, framing left out.</returns>
    public async ValueTask<(int Status, int Length)> ReadAsync(CancellationToken stop)
    {
        int head;
        while ((head = Unread.IndexOf("\r\n\r\n"u8)) < 0) { await FillAsync(stop); }
        var (status, length) = Head(Unread[..head]);
        _start += head + 4;
        if (length >= 0)
        {
            await SkipAsync(length, stop);
            return (status, length);
        }

        var total = 0;
        for (var chunk = -1; chunk != 0; total += chunk)
        {
            int line;
            while ((line = Unread.IndexOf("\r\n"u8)) < 0) { await FillAsync(stop); }
            if (!Utf8Parser.TryParse(Unread[..line], out chunk, out _, 'x')) { throw new InvalidDataException("A chunk without a size."); }
            _start += line + 2;
            await SkipAsync(chunk + 2, stop);
        }

        return (status, total);
    }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The length is −1 when the body comes in chunks.</summary>
    private static (int Status, int Length) Head(ReadOnlySpan<byte> head)
    {
        if (!Utf8Parser.TryParse(head["HTTP/1.1 ".Length..], out int status, out _)) { throw new InvalidDataException("No status."); }
        var at = head.IndexOf("\r\nContent-Length: "u8);
        if (at >= 0 && Utf8Parser.TryParse(head[(at + "\r\nContent-Length: ".Length)..], out int length, out _)) { return (status, length); }
        return head.IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0 ? (status, -1) : throw new InvalidDataException("An answer without a length.");
    }

    private async ValueTask SkipAsync(int bytes, CancellationToken stop)
    {
        while (bytes > _end - _start)
        {
            bytes -= _end - _start;
            _start = _end = 0;
            await FillAsync(stop);
        }

        _start += bytes;
    }

    private async ValueTask FillAsync(CancellationToken stop)
    {
        if (_start == _end) { _start = _end = 0; }
        else if (_end == _buffer.Length)
        {
            Unread.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), stop);
        if (read == 0) { throw new InvalidDataException("The connection ended in the middle of an answer."); }
        _end += read;
    }
}
