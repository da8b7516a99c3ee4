using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Benevolat.Local.Processes;

namespace Benevolat.Local.Mail;

/// <summary>Caught messages as .eml files: written by one catcher, read by anyone, in this process or another.</summary>
public sealed class MailFolder
{
    internal const string RecipientsHeader = "X-Envelope-To";

    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, CaughtMail> _read = new();
    private int _written;

    /// <summary>A folder of messages; it is made when missing.</summary>
    public MailFolder(string folder) => Folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>Where the files are.</summary>
    public string Folder { get; }

    /// <summary>Every message, the oldest first.</summary>
    public IReadOnlyList<CaughtMail> All() =>
        [.. Directory.EnumerateFiles(Folder, "*.eml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>One message, if it is there.</summary>
    public CaughtMail? Find(string id) => All().FirstOrDefault(mail => mail.Id == id);

    /// <summary>How often each Message-ID arrived: more than once is a message that its receiver sees twice.</summary>
    public IReadOnlyDictionary<string, int> CountByMessageId() =>
        All().GroupBy(mail => mail.MessageId).ToDictionary(same => same.Key, same => same.Count());

    /// <summary>Waits for a message to someone, with these words in its subject.</summary>
    public Task<CaughtMail> WaitForAsync(string recipient, string subject = "", TimeSpan? timeout = null, CancellationToken stop = default) =>
        WaitForAsync(
            mail => mail.Recipients.Contains(recipient, StringComparer.OrdinalIgnoreCase) && mail.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase),
            timeout, $"A mail to {recipient} about “{subject}”", stop);

    /// <summary>Waits for a message that the condition describes; among several, the newest.</summary>
    public Task<CaughtMail> WaitForAsync(
        Func<CaughtMail, bool> which, TimeSpan? timeout = null, string what = "A mail", CancellationToken stop = default) =>
        Until.FoundAsync(what, timeout ?? DefaultPatience, _ => Task.FromResult(All().LastOrDefault(which)), stop);

    /// <summary>Keeps a message. It shows up whole or not at all, since readers may look at any moment.</summary>
    internal async Task<string> KeepAsync(string sender, IEnumerable<string> recipients, ReadOnlyMemory<byte> content)
    {
        var number = Interlocked.Increment(ref _written);
        var id = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss.fffffff}-{number:D6}");
        var draft = Path.Combine(Folder, id + ".part");
        await using (var file = File.Create(draft))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes($"Return-Path: <{sender}>\r\n{RecipientsHeader}: {string.Join(", ", recipients)}\r\n"));
            await file.WriteAsync(content);
        }

        File.Move(draft, Path.Combine(Folder, id + ".eml"));
        return id;
    }

    private CaughtMail Read(string id) => _read.GetOrAdd(id, key =>
    {
        using var file = File.OpenRead(Path.Combine(Folder, key + ".eml"));
        return CaughtMail.Parse(key, file);
    });
}
