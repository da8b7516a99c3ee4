using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Benevolat.Local.Mail;

/// <summary>Lines in and replies out, byte for byte: a message's body may be in any 8-bit encoding.</summary>
internal sealed class SmtpLines(Stream stream)
{
    public const int LongestMessage = 20 * 1024 * 1024;

    private readonly PipeReader _reader = PipeReader.Create(stream);

    public async Task ReplyAsync(string reply, CancellationToken stop) => await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), stop);

    /// <summary>The next command, or nothing when the client has hung up.</summary>
    public async Task<string?> CommandAsync(CancellationToken stop) =>
        await LineAsync(stop) is { } line ? Encoding.UTF8.GetString(line) : null;

    /// <summary>
    /// Everything up to the line with a single dot, with the dot removed that the sender put before each line that began with one;
    /// nothing when the client hangs up first or sends more than the longest message.
    /// </summary>
    public async Task<ReadOnlyMemory<byte>?> MessageAsync(CancellationToken stop)
    {
        var message = new ArrayBufferWriter<byte>();
        while (await LineAsync(stop) is { } line)
        {
            if (line is [(byte)'.'])
            {
                // Not "? null :": null would become an empty memory, by way of the conversion from an array.
                if (message.WrittenCount > LongestMessage) { return null; }
                return message.WrittenMemory;
            }

            // What is too long is still read to its end, so that the refusal comes where the client expects a reply.
            if (message.WrittenCount > LongestMessage) { continue; }
            message.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            message.Write("\r\n"u8);
        }

        return null;
    }

    private async Task<byte[]?> LineAsync(CancellationToken stop)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(stop);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                _reader.AdvanceTo(buffer.GetPosition(1, end));
                return line is [.. var text, (byte)'\r'] ? text : line;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted || buffer.Length > LongestMessage) { return null; }
        }
    }
}
