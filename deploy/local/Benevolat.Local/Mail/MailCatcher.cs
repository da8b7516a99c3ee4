using System.Net;
using System.Net.Sockets;
using Benevolat.Local.Processes;

namespace Benevolat.Local.Mail;

/// <summary>
/// A small SMTP server that keeps every message in a folder and delivers none: the developer's and the tests' post office.
/// </summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener;
    private readonly Task _accepting;

    private MailCatcher(string folder, int port)
    {
        Mails = new MailFolder(folder);
        Port = port;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The host that senders are told.</summary>
    public static string Host => "127.0.0.1";

    /// <summary>The port that senders are told.</summary>
    public int Port { get; }

    /// <summary>What came in.</summary>
    public MailFolder Mails { get; }

    /// <summary>
    /// Refuses recipients for as long as it is set: given an address, a reply such as “451 4.3.0 Later” (try again) or
    /// “550 5.1.1 Unknown” (don't), or nothing to accept.
    /// </summary>
    public Func<string, string?>? Refusal { get; set; }

    /// <summary>Starts catching; a port is chosen unless one is given.</summary>
    public static MailCatcher Start(string folder, int? port = null) => new(folder, port ?? Ports.Free());

    /// <summary>Stops listening and hangs up; the messages stay.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
                sessions.RemoveAll(session => session.IsCompleted);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client) { await new SmtpSession(new SmtpLines(client.GetStream()), this).RunAsync(_stop.Token); }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The client went away, or we do: without the final 250 it knows that its message wasn't taken.
        }
    }
}
