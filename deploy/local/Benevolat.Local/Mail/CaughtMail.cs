using System.Text.RegularExpressions;
using MimeKit;

namespace Benevolat.Local.Mail;

/// <summary>A message that the catcher took instead of delivering it.</summary>
public sealed partial record CaughtMail
{
    /// <summary>Names the message in the folder and on the page; later messages sort after earlier ones.</summary>
    public required string Id { get; init; }

    /// <summary>Who it says it is from.</summary>
    public required string From { get; init; }

    /// <summary>Whom the sender asked to reach: the envelope, whatever the headers say.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The decoded subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The Message-ID without its angle brackets: one e-mail, however often it was sent.</summary>
    public required string MessageId { get; init; }

    /// <summary>The plain text part, or nothing.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML part, or nothing.</summary>
    public required string Html { get; init; }

    /// <summary>Every header by name; the last one wins where a name repeats.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The web addresses in the message, in order, without repeats.</summary>
    public IReadOnlyList<Uri> Links =>
        [.. Address().Matches(Text + "\n" + Html).Select(match => new Uri(System.Net.WebUtility.HtmlDecode(match.Value))).Distinct()];

    internal static CaughtMail Parse(string id, Stream source)
    {
        var message = MimeMessage.Load(source);
        return new CaughtMail
        {
            Id = id,
            From = message.From.ToString(),
            Recipients = (message.Headers[MailFolder.RecipientsHeader] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Subject = message.Subject ?? string.Empty,
            MessageId = message.MessageId ?? string.Empty,
            Text = message.TextBody ?? string.Empty,
            Html = message.HtmlBody ?? string.Empty,
            Headers = message.Headers.GroupBy(header => header.Field, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.OrdinalIgnoreCase),
        };
    }

    [GeneratedRegex(@"https?://[^\s""'<>)]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
