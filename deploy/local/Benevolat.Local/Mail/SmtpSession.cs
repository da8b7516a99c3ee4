namespace Benevolat.Local.Mail;

/// <summary>One client's conversation, as RFC 5321 has it, without TLS and sign-in.</summary>
internal sealed class SmtpSession(SmtpLines lines, MailCatcher catcher)
{
    private readonly List<string> _recipients = [];
    private string? _sender;

    public async Task RunAsync(CancellationToken stop)
    {
        await lines.ReplyAsync("220 mail catcher: nothing leaves this machine", stop);
        while (await lines.CommandAsync(stop) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            var reply = verb is "DATA" ? await DataAsync(stop) : Answer(verb, line);
            await lines.ReplyAsync(reply, stop);
            if (verb is "QUIT") { return; }
        }
    }

    private string Answer(string verb, string line) => verb switch
    {
        "EHLO" => Reset($"250-catcher\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE {SmtpLines.LongestMessage}"),
        "HELO" => Reset("250 catcher"),
        "RSET" => Reset("250 2.0.0 Forgotten"),
        "MAIL" => From(line),
        "RCPT" => To(line),
        "NOOP" => "250 2.0.0 Still here",
        "VRFY" => "252 2.1.5 Any address will do",
        "QUIT" => "221 2.0.0 Bye",
        _ => "500 5.5.2 Unknown command",
    };

    private string Reset(string reply)
    {
        _sender = null;
        _recipients.Clear();
        return reply;
    }

    private string From(string line)
    {
        if (_sender is not null) { return "503 5.5.1 There is a sender already"; }
        _sender = Address(line, "MAIL FROM:");
        return _sender is null ? "501 5.5.4 MAIL FROM:<address>" : "250 2.1.0 Sender noted";
    }

    private string To(string line)
    {
        if (_sender is null) { return "503 5.5.1 MAIL comes first"; }
        if (Address(line, "RCPT TO:") is not { Length: > 0 } recipient) { return "501 5.5.4 RCPT TO:<address>"; }
        if (catcher.Refusal?.Invoke(recipient) is { } refusal) { return refusal; }
        _recipients.Add(recipient);
        return "250 2.1.5 Recipient noted";
    }

    private async Task<string> DataAsync(CancellationToken stop)
    {
        if (_recipients.Count == 0) { return "503 5.5.1 RCPT comes first"; }
        await lines.ReplyAsync("354 End with a dot on a line of its own", stop);
        if (await lines.MessageAsync(stop) is not { } content) { return Reset("552 5.3.4 Too long"); }
        var id = await catcher.Mails.KeepAsync(_sender!, _recipients, content);
        return Reset($"250 2.0.0 Kept as {id}");
    }

    /// <summary>What stands between the angle brackets; empty for the null sender of a bounce; nothing when malformed.</summary>
    private static string? Address(string line, string verb)
    {
        var (open, close) = (line.IndexOf('<', StringComparison.Ordinal), line.IndexOf('>', StringComparison.Ordinal));
        return line.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && open >= 0 && close > open ? line[(open + 1)..close] : null;
    }
}
