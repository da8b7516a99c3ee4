using System.Net.Sockets;
using System.Text;
using Benevolat.Local.Mail;

namespace Benevolat.Local.Tests.Mail;

/// <summary>The conversation byte by byte, as a client library would hide it.</summary>
public sealed class SmtpProtocolTests : IAsyncLifetime
{
    private const string Greeting = "EHLO me\r\nMAIL FROM:<a@b.test> BODY=8BITMIME\r\nRCPT TO:<c@d.test>\r\nDATA\r\n";

    private readonly TemporaryFolder _folder = new();
    private readonly MailCatcher _catcher;

    public SmtpProtocolTests() => _catcher = MailCatcher.Start(_folder.Path);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _catcher.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Dots_that_begin_a_line_lose_the_one_that_was_added_and_no_other()
    {
        await TalkAsync(Greeting + "Subject: dots\r\n\r\n..hidden\r\n...two\r\nin.side\r\n.\r\nQUIT\r\n");

        Assert.Equal(".hidden\n..two\nin.side\n", Assert.Single(_catcher.Mails.All()).Text.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("utf-8", "Près de chez toi")]
    [InlineData("iso-8859-1", "Près de chez toi")]
    public async Task Eight_bit_bodies_keep_their_bytes(string charset, string text)
    {
        var body = Encoding.GetEncoding(charset).GetBytes(text);
        await TalkAsync([.. Encoding.ASCII.GetBytes($"{Greeting}Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"), .. body, .. "\r\n.\r\nQUIT\r\n"u8]);

        Assert.Equal(text, Assert.Single(_catcher.Mails.All()).Text.TrimEnd());
    }

    [Fact]
    public async Task The_envelope_decides_who_gets_it_even_when_the_headers_name_nobody()
    {
        await TalkAsync("HELO me\r\nMAIL FROM:<>\r\nRCPT TO:<c@d.test>\r\nRCPT TO:<e@f.test>\r\nDATA\r\nSubject: bcc\r\n\r\nhi\r\n.\r\nQUIT\r\n");

        Assert.Equal(["c@d.test", "e@f.test"], Assert.Single(_catcher.Mails.All()).Recipients);
    }

    [Theory]
    [InlineData("RCPT TO:<c@d.test>\r\n", "503")]
    [InlineData("MAIL FROM:<a@b.test>\r\nDATA\r\n", "503")]
    [InlineData("MAIL FROM:<a@b.test>\r\nMAIL FROM:<a@b.test>\r\n", "503")]
    [InlineData("MAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nRSET\r\nDATA\r\n", "503")]
    [InlineData("MAIL FROM:a@b.test\r\n", "501")]
    [InlineData("MAIL FROM:<a@b.test>\r\nRCPT TO:<>\r\n", "501")]
    [InlineData("STARTTLS\r\n", "500")]
    [InlineData("\r\n", "500")]
    [InlineData("noop\r\n", "250")]
    public async Task Commands_out_of_turn_or_malformed_get_the_reply_that_says_so(string commands, string code)
    {
        var replies = await TalkAsync($"EHLO me\r\n{commands}QUIT\r\n");

        Assert.StartsWith(code, replies[^2], StringComparison.Ordinal);
        Assert.StartsWith("221", replies[^1], StringComparison.Ordinal);
        Assert.Empty(_catcher.Mails.All());
    }

    [Fact]
    public async Task A_client_that_hangs_up_before_the_final_dot_has_sent_nothing()
    {
        var replies = await TalkAsync(Greeting + "Subject: half\r\n\r\nhalf a mess");

        Assert.StartsWith("552", replies[^1], StringComparison.Ordinal);
        Assert.Empty(_catcher.Mails.All());
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_the_session_goes_on()
    {
        var line = new string('x', 998) + "\r\n";
        var replies = await TalkAsync(Greeting + string.Concat(Enumerable.Repeat(line, 21_500)) + ".\r\nNOOP\r\nQUIT\r\n");

        Assert.Equal(["552", "250", "221"], replies[^3..].Select(reply => reply[..3]));
        Assert.Empty(_catcher.Mails.All());
    }

    private Task<string[]> TalkAsync(string said) => TalkAsync(Encoding.ASCII.GetBytes(said));

    private async Task<string[]> TalkAsync(byte[] said)
    {
        var stop = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(MailCatcher.Host, _catcher.Port, stop);
        var stream = client.GetStream();
        await stream.WriteAsync(said, stop);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return (await reader.ReadToEndAsync(stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
